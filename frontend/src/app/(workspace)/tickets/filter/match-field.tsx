import classes from './filter.module.css';

interface MatchFieldProps {
  name: string;
  value: 'all' | 'any';
  words: Record<'label' | 'all' | 'any', string>;
}

/** Whether all of several are to hold, or one is enough. */
export function MatchField({ name, value, words }: MatchFieldProps) {
  return (
    <select name={name} key={value} defaultValue={value} aria-label={words.label} className={classes.match}>
      <option value="all">{words.all}</option>
      <option value="any">{words.any}</option>
    </select>
  );
}
