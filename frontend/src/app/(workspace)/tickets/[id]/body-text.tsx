import type { TimelineEntry } from '../../../../lib/api-types.ts';
import classes from './ticket.module.css';

/** The text of a message, in which those who are called in stand out. */
export function BodyText({ text, mentions }: { text: string; mentions: TimelineEntry['mentions'] }) {
  const names = mentions.map(({ name }) => name).sort((a, b) => b.length - a.length);
  if (names.length === 0) return text;
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const parts = text.split(new RegExp(`(@(?:${escaped.join('|')}))`, 'iu'));
  return parts.map((part, index) =>
    index % 2 === 1 ? (
      <strong key={index} className={classes.mention}>
        {part}
      </strong>
    ) : (
      part
    ),
  );
}
