import base from './jest.config.js';

/** All processes on one machine, and the plug of each pulled: minutes, and one file at a time. */
export default {
  ...base,
  roots: ['<rootDir>/backend/test'],
  testMatch: ['<rootDir>/backend/test/faults/*.spec.ts', '<rootDir>/backend/test/journeys/crash.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
