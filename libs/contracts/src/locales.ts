/** Languages of the interface and of a tenant. */
export const LOCALES = ['en', 'id'] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Shortest password that is taken, in characters. */
export const PASSWORD_MIN = 12;
/** Longest password that is hashed, in characters. */
export const PASSWORD_MAX = 200;
