/** True in `npm run test:faults`, which has the time to do in full what `npm test` does in small. */
export const isLongRun = process.env['KONTOR_FAULTS'] !== undefined;
