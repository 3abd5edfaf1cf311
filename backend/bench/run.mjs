import { runTool } from '../../tools/lib/run-tool.mjs';

await runTool(() => import('./bench.ts'));
