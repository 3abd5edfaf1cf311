/** Specs beside the code, journeys and invariants against the real application and a real PostgreSQL. */
export default {
  rootDir: '..',
  roots: ['<rootDir>/backend', '<rootDir>/libs', '<rootDir>/tools', '<rootDir>/frontend/src', '<rootDir>/frontend/server'],
  testMatch: ['**/*.spec.ts'],
  // What takes minutes: `npm run test:faults`.
  testPathIgnorePatterns: ['/node_modules/', '/test/faults/'],
  modulePathIgnorePatterns: ['/dist/', '/.next/'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFiles: ['<rootDir>/backend/test/support/setup.ts'],
  globalSetup: '<rootDir>/backend/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/backend/test/support/global-teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
  // To give back what a hundred files have used takes a worker that has nothing left open about as long as Jest waits: half a second.
  workerGracefulExitTimeout: 5_000,
};
