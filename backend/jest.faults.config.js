import base from './jest.config.js';

/** All processes on one machine, and the plug of each pulled: minutes, and one file at a time. */
export default {
  ...base,
  roots: ['<rootDir>/backend/test/faults'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
  maxWorkers: 1,
};
