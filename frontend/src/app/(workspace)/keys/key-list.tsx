import { useTranslations } from 'next-intl';
import classes from './keys.module.css';

const KEYS = [
  ['Ctrl K', 'palette'],
  ['/', 'search'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['x', 'select'],
  ['c', 'create'],
  ['r', 'reply'],
  ['n', 'note'],
  ['a', 'take'],
  ['e', 'edit'],
  ['s', 'solve'],
  ['m', 'merge'],
  ['Ctrl Enter', 'send'],
  ['Esc', 'leave'],
  ['?', 'keys'],
] as const;

/** Every key and what it does. */
export function KeyList() {
  const t = useTranslations('keys');
  return (
    <section className={classes.page}>
      <h1>{t('title')}</h1>
      <dl className={classes.list}>
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
