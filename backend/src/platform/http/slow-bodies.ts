import type { FastifyInstance } from 'fastify';

/** Milliseconds in which a body has to be there that no handler streams. */
const PATIENCE = 30_000;

/** The server itself waits as long as a large file may take; every other body has to come in sooner, or its connection is cut. */
export function installBodyTimeout(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', ({ raw, routeOptions }, _reply, payload, done) => {
    if (routeOptions.config.streamed === undefined && !raw.complete) {
      const timer = setTimeout(() => raw.destroy(), PATIENCE).unref();
      raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    }
    done(null, payload);
  });
}
