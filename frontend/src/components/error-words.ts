import words from '../messages/failure.json' with { type: 'json' };

/** The few words that must be in the browser before anything fails; an error page cannot ask the server for its own. */
export const ERROR_WORDS = words;
