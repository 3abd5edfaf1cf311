import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { expect, type Page } from '@playwright/test';
import { pdf } from './support/files.ts';
import { someone } from './support/people.ts';
import { test } from './support/test.ts';

const FILES = 10;
const BYTES = 10_000_000;
const MOST_MB = 50;

test.skip(process.platform !== 'linux', 'Memory is read from /proc.');

/** The process of this run's Kontor that was started with `script`. */
function processOf(script: string): string {
  const ours = `KONTOR_DATA_DIR=${process.env.KONTOR_TEST_DATA_DIR}\0`;
  const read = (id: string, file: string) => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const id = readdirSync('/proc').find((name) => /^\d+$/.test(name) && read(name, 'cmdline').includes(script) && read(name, 'environ').includes(ours));
  if (!id) throw new Error(`No process of ${script}.`);
  return id;
}

const megabytes = (id: string) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]) / 1024;

/** Runs `work` and answers by how many MB it raised the resident memory of both servers at most. */
async function raisedBy(work: () => Promise<unknown>): Promise<{ frontend: number; backend: number }> {
  const servers = { frontend: processOf('server.ts'), backend: processOf('dist/main.js') };
  const before = { frontend: megabytes(servers.frontend), backend: megabytes(servers.backend) };
  const raised = { frontend: 0, backend: 0 };
  const look = () => {
    for (const name of ['frontend', 'backend'] as const) raised[name] = Math.max(raised[name], megabytes(servers[name]) - before[name]);
  };
  const watch = setInterval(look, 20);
  await work();
  clearInterval(watch);
  look();
  return raised;
}

/** Posts from this process, as fast as it is taken: a browser would be busy with its own memory. */
async function post(page: Page, path: string, type: string, pieces: Buffer[]): Promise<number> {
  const { origin, hostname, port } = new URL(page.url());
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return new Promise((done, fail) => {
    const asked = request({ hostname, port, path, method: 'POST', headers: { cookie, origin, 'content-type': type, 'content-length': length } }, (answer) => {
      answer.resume().on('end', () => done(answer.statusCode ?? 0));
    });
    asked.on('error', fail);
    for (const piece of pieces) asked.write(piece);
    asked.end();
  });
}

/** What the form of a new ticket sends beside its fields where there is no JavaScript. */
async function plainFields(page: Page): Promise<Record<string, string>> {
  const html = await (await page.request.get('/tickets/new')).text();
  const form = html.slice(html.indexOf('aria-label="New ticket"'));
  const inputs = [...form.slice(0, form.indexOf('</form>')).matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g)];
  return Object.fromEntries(inputs.map(([, name, value = '']) => [name!, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]));
}

test('ten files of 10 MB at once raise the memory of frontend and backend by less than 50 MB each', async ({ browser }) => {
  test.setTimeout(60_000);
  const agent = await someone(browser, 'paula@harbor.test', '/tickets/new');
  const tenant = await agent.locator('input[name="tenant"]').first().inputValue();
  const { buffer } = pdf('large.pdf', BYTES);
  const send = (content: Buffer) => post(agent, `/files?name=large.pdf&tenant=${tenant}`, 'application/octet-stream', [content]);
  expect(await send(buffer.subarray(0, 1_000))).toBe(201);
  const statuses: number[] = [];
  const raised = await raisedBy(async () => statuses.push(...(await Promise.all(Array.from({ length: FILES }, () => send(buffer))))));
  expect(new Set(statuses)).toEqual(new Set([201]));
  console.log(`ten files raised the frontend by ${raised.frontend.toFixed(0)} MB, the backend by ${raised.backend.toFixed(0)} MB`);
  expect(Math.max(raised.frontend, raised.backend)).toBeLessThan(MOST_MB);

  const part = (header: string, content: Buffer | string) => [Buffer.from(`--b\r\nContent-Disposition: form-data; ${header}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')];
  const hidden = await plainFields(agent);
  const texts = Object.entries({ ...hidden, subject: 'Ten at once', body: 'See all.' }).flatMap(([name, value]) => part(`name="${name}"`, value));
  const files = Array.from({ length: FILES }, () => part('name="file"; filename="large.pdf"', buffer)).flat();
  let status = 0;
  const asForm = await raisedBy(async () => (status = await post(agent, '/tickets/new?files', 'multipart/form-data; boundary=b', [...texts, ...files, Buffer.from('--b--\r\n')])));
  expect(status).toBe(303);
  console.log(`one plain form of ten raised the frontend by ${asForm.frontend.toFixed(0)} MB, the backend by ${asForm.backend.toFixed(0)} MB`);
  expect(Math.max(asForm.frontend, asForm.backend)).toBeLessThan(MOST_MB);
});
