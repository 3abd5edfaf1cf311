import { Link } from '../../../components/link.tsx';
import theme from '../../../components/theme.module.css';
import link from '../../../components/link-button.module.css';
import classes from './two-factor.module.css';

/** Shown once: each opens the account one time without the authenticator. */
export function RecoveryCodes({ codes, lead, next }: { codes: readonly string[]; lead: string; next: { href: string; label: string } }) {
  return (
    <>
      <p role="status">{lead}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Link href={next.href} className={`${theme.button} ${link.link}`} data-variant="filled">
        {next.label}
      </Link>
    </>
  );
}
