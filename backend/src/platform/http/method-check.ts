import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from './problems.ts';
import { sendProblem } from './problem.filter.ts';

/** A known address with a wrong method is 405 with `Allow`, where the router by itself says 404. */
export function installMethodCheck(fastify: FastifyInstance): void {
  const routes: { pattern: RegExp; methods: string[] }[] = [];
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.replace(/[.]/g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}$`);
    routes.push({ pattern, methods: [method].flat() });
  });
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    if (!request.is404) return done();
    const path = request.url.split('?')[0]!;
    const allowed = new Set(routes.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods));
    if (allowed.size === 0 || (request.method === 'OPTIONS' && request.headers.origin)) return done();
    reply.header('allow', [...allowed].sort().join(', '));
    sendProblem(new ProblemError('METHOD_NOT_ALLOWED', `This address does not know ${request.method}.`), reply);
  });
}
