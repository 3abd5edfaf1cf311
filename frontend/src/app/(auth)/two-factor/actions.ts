'use server';

import { action } from '../../../lib/action.ts';
import { call } from '../../../lib/api.ts';
import { ApiProblem } from '../../../lib/problem.ts';
import { pictureOf } from './picture.ts';

/** What the form shows next: the secret for the authenticator, or the recovery codes, once. */
export type SetUp = { step: 'scan'; uri: string; key: string; picture: string; isWrong: boolean } | { step: 'done'; recoveryCodes: string[] };

/** An address of ours that the form sends back; only the person who sees it can change it. */
function scan(uri: string, isWrong: boolean): SetUp {
  return { step: 'scan', uri, key: new URL(uri).searchParams.get('secret') ?? '', picture: pictureOf(uri), isWrong };
}

/** First the password, which gives a secret; then its first code, which turns the second factor on. */
export const setUpSecondFactor = action({
  fields: ['password', 'uri', 'code'],
  secrets: ['password', 'uri', 'code'],
  run: async ({ text, has, tenant }): Promise<SetUp> => {
    const uri = text('uri');
    if (!has('code') || !URL.canParse(uri)) {
      return scan((await call('POST', '/auth/second-factor/enrol', { body: { password: text('password') }, tenant })).uri, false);
    }
    try {
      const { recoveryCodes } = await call('POST', '/auth/second-factor/confirm', { body: { code: text('code').trim() || '-' }, tenant });
      return { step: 'done', recoveryCodes };
    } catch (error) {
      // The secret stays on the page, to be tried again.
      if (error instanceof ApiProblem && error.problem.code === 'VALIDATION_FAILED') return scan(uri, true);
      throw error;
    }
  },
});
