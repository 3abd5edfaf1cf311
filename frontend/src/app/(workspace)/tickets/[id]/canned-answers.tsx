'use client';

import { IconMessage2Bolt } from '@tabler/icons-react';
import { FILL_EVENT, type OfferedAnswer } from './suggestions.ts';
import classes from './composer.module.css';

interface CannedAnswersProps {
  answers: readonly OfferedAnswer[];
  words: Record<'answers' | 'chooseAnswer' | 'insert', string>;
}

/** With JavaScript a button that offers the answers where one types; without it a choice and a press. */
export function CannedAnswers({ answers, words }: CannedAnswersProps) {
  return (
    <div className={classes.tools}>
      <button
        type="button"
        className={`${classes.tool} with-script`}
        aria-label={words.answers}
        title={`${words.answers} /`}
        onClick={({ currentTarget }) => {
          currentTarget.form?.querySelector('textarea')?.dispatchEvent(new Event(FILL_EVENT));
        }}
      >
        <IconMessage2Bolt size={17} stroke={1.6} aria-hidden />
      </button>
      <span className={`${classes.plain} without-script`}>
        <select name="cannedAnswerId" aria-label={words.answers} defaultValue="" className={classes.choice}>
          <option value="">{words.chooseAnswer}</option>
          {answers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit" name="insert" value="yes" className={classes.insert}>
          {words.insert}
        </button>
      </span>
    </div>
  );
}
