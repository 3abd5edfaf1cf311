import { Link } from '../link.tsx';
import classes from './marks.module.css';

export function Tags({ tags, linked = false }: { tags: readonly string[]; linked?: boolean }) {
  return tags.map((tag) =>
    linked ? (
      <Link key={tag} href={`/tickets?tag=${encodeURIComponent(tag)}`} className={classes.tag}>
        {tag}
      </Link>
    ) : (
      <span key={tag} className={classes.tag}>
        {tag}
      </span>
    ),
  );
}
