import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Compile } from 'typebox/schema';
import { ERRORS } from '@kontor/contracts/errors';
import { startApp, type TestApp } from '../support/app.ts';
import { furnishedTenant } from '../support/furnished.ts';
import { routesOf } from '../support/routes.ts';

const COMMITTED = new URL('../../../libs/client/openapi.json', import.meta.url);
const ERROR_PAGE = new URL('../../../docs/errors.md', import.meta.url);
/** Wherever a schema may stand, what JSON Schema 2020-12 knows, and what OpenAPI 3.1 adds. */
const KEYWORDS = new Set(['$ref', 'type', 'properties', 'required', 'items', 'enum', 'anyOf', 'format', 'minLength', 'maxLength', 'minimum', 'maximum', 'pattern', 'maxItems', 'default', 'description', 'title', 'example', 'additionalProperties']);

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema?: unknown }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
  security?: object[];
}
interface Document {
  openapi: string;
  info: object;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

let app: TestApp;
let document: Document;
beforeAll(async () => {
  app = await startApp();
  document = (await request(app.origin).get('/api/openapi.json').expect(200).expect('content-type', /^application\/json/)).body as Document;
});
afterAll(() => app.close());

const operations = () => Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })));

/** What is no schema of OpenAPI 3.1, by where it stands. */
function faults(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [`${at} is no schema`];
  const { properties = {}, items, anyOf = [], $ref, required = [], ...rest } = schema as { properties?: Record<string, unknown>; items?: unknown; anyOf?: unknown[]; $ref?: string; required?: string[] };
  const unknown = Object.keys(rest).filter((key) => !KEYWORDS.has(key)).map((key) => `${at} has ${key}`);
  const dangling = $ref !== undefined && !($ref.replace('#/components/schemas/', '') in document.components.schemas) ? [`${at} refers to ${$ref}`] : [];
  const absent = Array.isArray(required) ? required.filter((name) => !(name in properties)).map((name) => `${at} requires ${name}`) : [`${at} has a required that is no list`];
  const inner = [...Object.entries(properties).map(([name, value]) => faults(value, `${at}.${name}`)), ...anyOf.map((value) => faults(value, `${at}|`)), items === undefined ? [] : faults(items, `${at}[]`)];
  return [...unknown, ...dangling, ...absent, ...inner.flat()];
}

describe('the OpenAPI document', () => {
  it('is of 3.1 and every schema in it is valid, and compiles', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Kontor', version: '1', license: { name: 'MIT' } } });
    const found = operations().flatMap(({ name, operation }) => [
      ...(operation.parameters ?? []).flatMap(({ name: parameter, schema }) => faults(schema, `${name}?${parameter}`)),
      ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) => faults(schema, `${name} body`)),
      ...Object.entries(operation.responses).flatMap(([status, { content = {} }]) => Object.values(content).flatMap(({ schema }) => faults(schema, `${name} ${status}`))),
    ]);
    expect([...found, ...Object.entries(document.components.schemas).flatMap(([name, schema]) => faults(schema, name))]).toEqual([]);
  });

  it('describes every route and nothing else, each with a name of its own, parameters, answers and access', () => {
    const routes = routesOf(app);
    expect(operations().map(({ name }) => name).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).sort());
    expect(new Set(operations().map(({ operation }) => operation.operationId)).size).toBe(routes.length);
    for (const { name, path, operation } of operations()) {
      const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect([name, inPath]).toEqual([name, [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter)]);
      const statuses = Object.keys(operation.responses).filter((status) => /^2\d\d$/.test(status));
      expect([name, statuses.length, 'default' in operation.responses]).toEqual([name, name.startsWith('PUT ') || statuses.includes('202') ? 2 : 1, true]);
      const isPublic = routes.find(({ method, path: at }) => name === `${method} ${at.replace(/:(\w+)/g, '{$1}')}`)?.access?.kind === 'public';
      expect([name, operation.security]).toEqual([name, isPublic ? undefined : [{ bearer: [] }]]);
    }
  });

  it('is the committed one; where it changed knowingly, it is made anew', async () => {
    const committed = JSON.parse(await readFile(COMMITTED, 'utf8')) as Document;
    // Renew with `node backend/dist/commands/openapi.js > libs/client/openapi.json` after a build.
    expect(document).toEqual(committed);
  });

  it('tells the truth: what is answered has the shape that it says', async () => {
    const { agent, owner, idFor } = await furnishedTenant(app);
    const answersJson = ({ operation }: { operation: Operation }) => operation.responses['200']?.content?.['application/json'] !== undefined;
    for (const { path, operation } of operations().filter(({ name }) => name.startsWith('GET /api')).filter(answersJson)) {
      const query = path.endsWith('/events') ? '?channel=tickets:updates' : '';
      const answer = await (/member|invitation|operation|api-key|mails|audit|limits|webhook/.test(path) ? owner : agent).get(path.replace('/api/v1', '').replace('{id}', path.includes('{id}') ? idFor(path.replace('{id}', ':id')) : '') + query).expect(200);
      const schema = { ...document, ...(operation.responses['200']!.content!['application/json']!.schema as object) };
      const check = Compile(schema as unknown as Parameters<typeof Compile>[0]);
      expect([path, check.Check(answer.body)]).toEqual([path, true]);
      expect([path, check.Check({ ...(answer.body as object), surprise: 1, items: 1, id: 1 })]).toEqual([path, false]);
    }
  });
});

describe('every error code', () => {
  it('has its section at /api/docs/errors, where every problem leads', async () => {
    const { text } = await request(app.origin).get('/api/docs/errors').expect(200).expect('content-type', /^text\/html/);
    expect([...text.matchAll(/<section id="([A-Z_]+)"/g)].map(([, code]) => code)).toEqual(Object.keys(ERRORS));
    expect(text).not.toMatch(/https?:\/\//);
  });

  it('has its section in docs/errors.md, with its status', async () => {
    const text = await readFile(ERROR_PAGE, 'utf8');
    const missing = Object.entries(ERRORS).filter(([code, { status }]) => !new RegExp(`^#+ .*\\b${code}\\b`, 'm').test(text) || !text.includes(String(status)));
    expect(missing).toEqual([]);
  });
});

it('the reference at /api/docs loads nothing from another host', async () => {
  const page = await request(app.origin).get('/api/docs').redirects(1).expect(200);
  const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
  expect(assets.length).toBeGreaterThan(2);
  for (const address of assets) {
    expect(address).not.toMatch(/^(https?:)?\/\//);
    await request(app.origin).get(new URL(address, `${app.origin}/api/docs/`).pathname).expect(200);
  }
  expect(page.headers['content-security-policy']).toMatch(/default-src 'self'/);
});
