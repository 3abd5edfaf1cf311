import base from './jest.config.js';

/** All processes on one machine, and the plug of each pulled; and what `npm test` does in small, in full: minutes, and one file at a time. */
export default {
  ...base,
  testMatch: ['**/test/faults/*.spec.ts', '**/journeys/import.spec.ts', '**/cache/cache.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
