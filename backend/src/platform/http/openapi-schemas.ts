import type { OpenAPIObject } from '@nestjs/swagger';
import { NO_KEY } from './holds-secret.ts';

type Json = Record<string, unknown>;
type Operation = { responses?: Json; parameters?: unknown[]; security?: unknown; [NO_KEY]?: boolean };

/**
 * OpenAPI 3.1 schemas: `nullable` becomes a type of its own, named shapes (`title`) move to the components once, every
 * operation answers problems, POST and PATCH take an `Idempotency-Key`.
 */
export function toJsonSchema2020(document: OpenAPIObject): OpenAPIObject {
  const schemas: Record<string, unknown> = {};
  const named = walk(document, schemas) as OpenAPIObject & { components: { schemas: Record<string, unknown> } };
  named.components = { ...named.components, schemas: { ...named.components.schemas, ...schemas, Problem: PROBLEM } };
  for (const path of Object.values(named.paths)) {
    for (const [method, operation] of Object.entries(path as Record<string, Operation>)) {
      if (operation.responses) operation.responses['default'] = PROBLEM_ANSWER;
      const isKept = operation.security !== undefined && operation[NO_KEY] !== true;
      if (isKept && (method === 'post' || method === 'patch')) (operation.parameters ??= []).push(IDEMPOTENCY_KEY);
    }
  }
  return named;
}

function walk(value: unknown, schemas: Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, schemas));
  if (typeof value !== 'object' || value === null) return value;
  const walked = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, schemas)]));
  return hoisted(withoutNullable(walked), schemas);
}

function withoutNullable({ nullable, ...schema }: Json): Json {
  if (nullable === undefined) return schema;
  if (nullable === false) return schema;
  if (typeof schema['type'] !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema['type'], 'null'], ...(Array.isArray(schema['enum']) ? { enum: [...(schema['enum'] as unknown[]), null] } : {}) };
}

function hoisted(schema: Json, schemas: Record<string, unknown>): Json {
  const { title, type, properties } = schema;
  const isNamed = typeof title === 'string' && properties !== undefined;
  if (!isNamed || (type !== 'object' && !Array.isArray(type))) return schema;
  const reference = { $ref: `#/components/schemas/${title}` };
  schemas[title] = { ...schema, type: 'object' };
  return Array.isArray(type) ? { anyOf: [reference, { type: 'null' }] } : reference;
}

const text = { type: 'string' };
const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. `code` is the contract.',
  required: ['type', 'title', 'status', 'code', 'detail', 'traceId', 'retryable'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    code: text,
    detail: text,
    traceId: text,
    retryable: { type: 'boolean' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: text, code: text, message: text },
      },
    },
    allowed: { type: 'array', items: text },
    retryAfter: { type: 'integer' },
    current: {},
    newMessages: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'kind', 'body', 'author', 'createdAt'],
        properties: {
          id: text,
          kind: text,
          body: text,
          author: { type: 'object', properties: { type: text, id: { type: ['string', 'null'] }, name: { type: ['string', 'null'] } } },
          createdAt: text,
        },
      },
    },
    oldest: { type: 'integer' },
    limit: { type: 'integer' },
  },
};
const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same request with the same key is done once and answered the same for 24 hours, then with `Idempotency-Replayed: true`.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const PROBLEM_ANSWER = {
  description: 'A problem',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
