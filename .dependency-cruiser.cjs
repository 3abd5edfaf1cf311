const { readdirSync } = require('node:fs');

/** Every folder of `backend/src` but these is a feature: the rules hold for the next one without being told of it. */
const NO_FEATURES = ['platform', 'commands', 'demo'];
const features = readdirSync(`${__dirname}/backend/src`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NO_FEATURES.includes(entry.name))
  .map((entry) => entry.name);
const anyFeature = `^backend/src/(${features.join('|')})/`;
/** What one feature may see of another: its module, its exported services and its events. */
const FEATURE_DOORS = '(\\.module|\\.service|\\.policy|\\.events|member-departure|workspace-change|contact-merging|team-closing|ticket-reactions|preview)\\.ts$';
/** What a feature may see of the platform. Pools, transactions, the relay and sockets are the platform's own business. */
const PLATFORM_DOORS = [
  '^backend/src/platform/(clock|context)\\.ts$',
  '^backend/src/platform/access/(actor|api-keys|as-member|credentials|decorators|encryption|passwords|security-decisions|sessions|sign-in-failed|tokens)\\.ts$',
  '^backend/src/platform/cache/(cache|cache-tag)\\.ts$',
  '^backend/src/platform/config/settings\\.ts$',
  '^backend/src/platform/database/(database|statement)\\.ts$',
  '^backend/src/platform/events/(channels|event-bus|events|feed)\\.ts$',
  '^backend/src/platform/jobs/jobs\\.ts$',
  '^backend/src/platform/operations/(csv-export|operation-items|operation-kinds|operation\\.shape|operations\\.service)\\.ts$',
  '^backend/src/platform/mail/(outbox|personal-mail)\\.ts$',
  '^backend/src/platform/realtime/presence\\.ts$',
  '^backend/src/platform/csv/',
  '^backend/src/platform/telemetry/measure-query-time\\.ts$',
  '^backend/src/platform/egress/(egress|target)\\.ts$',
  '^backend/src/platform/throttling/(expensive|limit-use|quotas|sign-in-limit)\\.ts$',
  '^backend/src/platform/http/(answers|checked|constraints|fields|file-answer|file-body|form-body|holds-secret|id\\.pipe|in-steps|keyset|located|pagination|problems|shapes|unparsed-body|versions)\\.ts$',
  '^backend/src/platform/telemetry/report-error\\.ts$',
  '^backend/src/platform/storage/(file-storage|file-sweeper|received-file)\\.ts$',
];

const spec = '\\.spec\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'platform-stands-alone', severity: 'error', from: { path: '^backend/src/platform/', pathNot: spec }, to: { path: '^backend/src/(?!platform/)' } },
    {
      name: 'features-meet-at-their-doors',
      comment: 'Another feature is asked through its module, its service, its row rules, its events or by a reaction to it.',
      severity: 'error',
      from: { path: '^backend/src/([^/]+)/', pathNot: '^backend/src/(platform|commands|demo)/' },
      to: { path: anyFeature, pathNot: ['^backend/src/$1/', FEATURE_DOORS] },
    },
    {
      name: 'features-use-the-doors-of-the-platform',
      severity: 'error',
      from: { path: anyFeature, pathNot: spec },
      to: { path: '^backend/src/(platform|commands|demo)/|^backend/src/(main|app\\.module)\\.ts$', pathNot: PLATFORM_DOORS },
    },
    {
      name: 'features-reach-out-through-the-platform',
      comment: 'No driver, server or socket library in a feature.',
      severity: 'error',
      from: { path: anyFeature },
      to: { path: 'node_modules/(pg|fastify|socket\\.io|@nestjs/(platform-fastify|websockets|throttler|passport))/' },
    },
    { name: 'entities-stay-home', severity: 'error', from: { path: '^backend/src/([^/]+)/' }, to: { path: '\\.entity\\.ts$', pathNot: '^backend/src/$1/' } },
    {
      name: 'entities-know-no-service',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '^backend/src/', pathNot: '^backend/src/platform/http/problems\\.ts$' },
    },
    { name: 'services-know-no-http', severity: 'error', from: { path: '\\.(service|policy|queries)\\.ts$', pathNot: '^backend/src/platform/' }, to: { path: '\\.controller\\.ts$' } },
    { name: 'frontend-is-thin', severity: 'error', from: { path: '^frontend/(src|server)' }, to: { path: '^(backend|tools)/|node_modules/(pg|typeorm|@nestjs)/' } },
    { name: 'contracts-import-nothing', severity: 'error', from: { path: '^libs/contracts/' }, to: { pathNot: '^libs/contracts/' } },
    { name: 'client-knows-contracts-only', severity: 'error', from: { path: '^libs/client/' }, to: { path: '^(backend|frontend|tools)/' } },
    { name: 'backend-knows-no-frontend', severity: 'error', from: { path: '^backend/(src|migrations)/' }, to: { path: '^(frontend|tools)/' } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^backend/dist/|^frontend/(\\.next/|next-env\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'require', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css'],
    },
  },
};
