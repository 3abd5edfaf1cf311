import type { ReactNode } from 'react';
import classes from './selection.module.css';

interface ChooserProps {
  id: string;
  label: string;
  icon: ReactNode;
  children: ReactNode;
}

/** A button of the bar with what can be chosen by it. */
export function Chooser({ id, label, icon, children }: ChooserProps) {
  return (
    <div className={classes.chooser}>
      <button type="button" popoverTarget={id} className={classes.button} data-offered>
        {icon}
        {label}
      </button>
      <div id={id} popover="auto" className={classes.panel} aria-label={label} role="group">
        {children}
      </div>
    </div>
  );
}

interface ChoicesProps {
  name: string;
  choices: readonly { value: string; label: string; mark?: ReactNode }[];
}

/** Each choice sends the form. */
export function Choices({ name, choices }: ChoicesProps) {
  return choices.map(({ value, label, mark }) => (
    <button key={value} type="submit" name={name} value={value} className={classes.choice}>
      {mark}
      {label}
    </button>
  ));
}
