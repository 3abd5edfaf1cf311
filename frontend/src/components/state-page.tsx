import type { ReactNode } from 'react';
import classes from './state-page.module.css';

/** A page that has nothing to show and says why, with the way on. */
export function StatePage({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className={classes.state}>
      <h1>{title}</h1>
      <p>{text}</p>
      <div className={classes.ways}>{children}</div>
    </section>
  );
}
