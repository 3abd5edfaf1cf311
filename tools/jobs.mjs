import { runTool } from './lib/run-tool.mjs';

await runTool(() => import('./lib/commands/jobs.ts'));
