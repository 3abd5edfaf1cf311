const { readdirSync } = require('node:fs');

/** Every folder of `backend/src` but these is a feature: the rules hold for the next one without being told of it. */
const NO_FEATURES = ['platform', 'commands', 'demo'];
const features = readdirSync(`${__dirname}/backend/src`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NO_FEATURES.includes(entry.name))
  .map((entry) => entry.name);
const anyFeature = `^backend/src/(${features.join('|')})/`;
/** What one feature may see of another: its module, its exported services and its events. */
const OPEN = '(\\.module|\\.service|\\.events|member-departure)\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'platform-knows-no-feature', severity: 'error', from: { path: '^backend/src/platform/' }, to: { path: anyFeature } },
    {
      name: 'features-meet-at-their-doors',
      comment: 'Another feature is asked through its module, its service or its events.',
      severity: 'error',
      from: { path: '^backend/src/([^/]+)/', pathNot: '^backend/src/(platform|commands|demo)/' },
      to: { path: anyFeature, pathNot: ['^backend/src/$1/', OPEN], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'entities-stay-home',
      severity: 'error',
      from: { path: '^backend/src/([^/]+)/' },
      to: { path: '\\.entity\\.ts$', pathNot: '^backend/src/$1/' },
    },
    {
      name: 'entities-know-no-service',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.(service|controller|gateway|module|queries|dto)\\.ts$' },
    },
    { name: 'services-know-no-http', severity: 'error', from: { path: '\\.(service|policy|queries)\\.ts$' }, to: { path: '(\\.controller\\.ts$|^node_modules/(fastify|socket\\.io)/)', dependencyTypesNot: ['type-only'] } },
    { name: 'frontend-is-thin', severity: 'error', from: { path: '^frontend/(src|server)' }, to: { path: '^(backend|tools)/' } },
    { name: 'contracts-import-nothing', severity: 'error', from: { path: '^libs/contracts/' }, to: { pathNot: '^libs/contracts/' } },
    { name: 'client-knows-contracts-only', severity: 'error', from: { path: '^libs/client/' }, to: { path: '^(backend|frontend|tools)/' } },
    { name: 'backend-knows-no-frontend', severity: 'error', from: { path: '^backend/(src|migrations)/' }, to: { path: '^(frontend|tools)/' } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.next|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'require', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'] },
  },
};
