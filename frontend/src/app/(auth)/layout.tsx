import type { ReactNode } from 'react';
import classes from './auth.module.css';

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <p className={classes.brand}>
          <span className={classes.badge} aria-hidden>
            K
          </span>
          Kontor
        </p>
        {children}
      </div>
    </main>
  );
}
