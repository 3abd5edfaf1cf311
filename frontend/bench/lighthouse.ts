import { createServer, request, type Server } from 'node:http';
import lighthouse, { desktopConfig } from 'lighthouse';
import { chromium } from 'playwright-core';
import { browserLaunch } from '../test/support/browser.ts';

/** What the bench asks for. */
interface Assignment {
  /** Where the frontend listens, and where browsers believe that it does. */
  targetPort: number;
  publicPort: number;
  /** For the browser's remote control. */
  controlPort: number;
  cookie: string;
  paths: string[];
  runs: number;
}

interface Scores {
  performance: number;
  accessibility: number;
}

/**
 * Stands before the frontend, signed in. It drops one header: the packaged Chromium aborts each navigation that Lighthouse
 * begins to a page with a Referrer-Policy, though none that a person or Playwright begins.
 */
function stand({ targetPort, publicPort, cookie }: Assignment): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const { url: path, method } = incoming;
    const forwarded = request({ host: '127.0.0.1', port: targetPort, path, method, headers: { ...incoming.headers, cookie } }, (answer) => {
      const { 'referrer-policy': _, ...headers } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(outgoing);
    });
    forwarded.once('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  return new Promise((resolve) => server.listen(publicPort, '127.0.0.1', () => resolve(server)));
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

/** Lighthouse's scores of each path, 0 to 100, the median of the runs. */
async function score(assignment: Assignment): Promise<Scores[]> {
  const server = await stand(assignment);
  const { channel, launchOptions } = await browserLaunch();
  const args = [...(launchOptions?.args ?? []), `--remote-debugging-port=${assignment.controlPort}`];
  const browser = await chromium.launch({ ...launchOptions, ...(channel && { channel }), args });
  try {
    const scores: Scores[] = [];
    for (const path of assignment.paths) {
      const runs: Scores[] = [];
      for (let run = 0; run < assignment.runs; run++) runs.push(await once(`http://localhost:${assignment.publicPort}${path}`, assignment.controlPort));
      scores.push({ performance: median(runs.map((one) => one.performance)), accessibility: median(runs.map((one) => one.accessibility)) });
    }
    return scores;
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}

async function once(url: string, port: number): Promise<Scores> {
  const flags = { port, output: 'json', logLevel: 'error', onlyCategories: ['performance', 'accessibility'] } as const;
  const result = await lighthouse(url, { ...flags, onlyCategories: [...flags.onlyCategories] }, desktopConfig);
  const { categories, runtimeError, finalDisplayedUrl } = result!.lhr;
  if (runtimeError || finalDisplayedUrl !== url) throw new Error(runtimeError?.message ?? `${url} led to ${finalDisplayedUrl}.`);
  const of = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  return { performance: of('performance'), accessibility: of('accessibility') };
}

process.on('message', (assignment: Assignment) => {
  score(assignment).then(
    (scores) => process.send?.({ scores }),
    (error: Error) => process.send?.({ refusal: error.message }),
  );
});
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => process.exit(0));
