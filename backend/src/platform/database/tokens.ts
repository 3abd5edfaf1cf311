/** Injection token of the app role's connection pool. */
export const POOL = Symbol('pool');
