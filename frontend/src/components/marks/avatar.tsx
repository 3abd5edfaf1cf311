import classes from './marks.module.css';

const COLOURS = ['#7d5a3c', '#2f6ea3', '#56803a', '#9a5757', '#5b5f97', '#2f7f7a', '#8a5a8f', '#6b6b3a'] as const;

/** The same person has the same colour everywhere. */
function colourOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : '';
  return `${words[0]?.charAt(0) ?? ''}${last?.charAt(0) ?? ''}`.toUpperCase();
}

/** Decoration beside a name that is written; without one (`title`) it says the name itself. */
export function Avatar({ name, size = 22, title }: { name: string; size?: number; title?: string }) {
  const style = { background: colourOf(name), width: size, height: size, fontSize: size < 26 ? 10 : 11 };
  return (
    <span className={classes.avatar} style={style} title={title} {...(title ? { role: 'img', 'aria-label': title } : { 'aria-hidden': true })}>
      {initials(name)}
    </span>
  );
}

/** Nobody yet. */
export function NoAvatar({ title }: { title: string }) {
  return <span className={classes.nobody} role="img" aria-label={title} title={title} />;
}
