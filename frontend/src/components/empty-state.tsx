import { LinkButton } from './link-button.tsx';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  title: string;
  text: string;
  /** The first step. */
  action?: { href: string; label: string };
}

/** Says what belongs here and offers the first step. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <section className={classes.empty}>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{text}</p>
      {action && <LinkButton href={action.href}>{action.label}</LinkButton>}
    </section>
  );
}
