'use client';

import { useId, useRef, useState } from 'react';
import { TextField } from '../form/fields.tsx';
import { useField } from '../form/form-state.ts';
import classes from './contacts.module.css';

/** Milliseconds without a key before the first names are asked for. */
const PAUSE = 200;

interface ContactPickerProps {
  name: string;
  label: string;
  description: string;
  /** Said above several who may be meant. */
  chooseLabel: string;
  defaultValue?: string;
}

/**
 * A contact by name or address. While one types, names are offered; what still may mean several is asked back by the form, which
 * is all that happens without JavaScript. Sends what was typed as `name`, and who was chosen as `name.id`.
 */
export function ContactPicker({ name, chooseLabel, ...rest }: ContactPickerProps) {
  const { choices } = useField(name);
  const [offered, setOffered] = useState<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const id = useId();

  const offer = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim().length < 2 || offered.includes(text)) return;
    timer.current = setTimeout(() => {
      fetch(`/contacts/suggest?${new URLSearchParams({ q: text })}`)
        .then((answer) => (answer.ok ? (answer.json() as Promise<string[]>) : []))
        .then(setOffered, () => setOffered([]));
    }, PAUSE);
  };

  return (
    <div>
      <TextField name={name} list={id} autoComplete="off" maxLength={400} dir="auto" onChange={(event) => offer(event.currentTarget.value)} {...rest} />
      <datalist id={id}>
        {offered.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      {choices.length > 0 && (
        <fieldset className={classes.options}>
          <legend>{chooseLabel}</legend>
          {choices.map(({ value, label }) => (
            <label key={value} className={classes.choice}>
              <input type="radio" name={`${name}.id`} value={value} />
              <bdi>{label}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
