import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What the compiler cannot see. Layout is nobody's argument here. */
export default tseslint.config(
  { ignores: ['**/dist/', '**/.next/', '**/next-env.d.ts', 'libs/client/src/schema.generated.ts', '.kontor/', '**/node_modules/'] },
  tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowNullish: true, allowBoolean: true }],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', 300],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    ignores: ['backend/src/platform/config/**', 'backend/src/commands/**', 'backend/src/platform/database/{embedded-postgres,postgres-binaries,postmaster,local-secrets}.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Settings are read in platform/config only.' }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Nothing here calls the outside without the egress client.' }],
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    // The server of the metrics listens, and calls nobody.
    ignores: ['backend/src/platform/egress/**', 'backend/src/platform/telemetry/metrics-server.ts', '**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', {
        paths: ['node:http', 'node:https', 'node:http2', 'node:tls', 'node:dns', 'node:dns/promises', 'undici'].map((name) => (
          { name, allowTypeImports: true, message: 'Nothing here calls the outside without the egress client.' }
        )),
      }],
    },
  },
  {
    // Classes of Nest are values to it even where we only name their type.
    files: ['backend/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['frontend/src/**/*.tsx', 'frontend/src/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['frontend/src/**/*.tsx'],
    ignores: ['frontend/src/components/link.tsx'],
    rules: { 'no-restricted-imports': ['error', { name: 'next/link', message: 'Link of components/link.tsx fetches nothing ahead.' }] },
  },
  {
    files: ['backend/src/{main,commands/**}.ts', 'tools/**', 'backend/bench/**', 'frontend/test/**', 'frontend/server/**', 'frontend/server.ts', 'backend/test/**'],
    rules: { 'no-console': 'off' },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
);
