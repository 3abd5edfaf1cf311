import { pino, type LevelWithSilent, type LoggerOptions } from 'pino';
import type { LoggerService } from '@nestjs/common';
import { requestContext } from '../context.ts';

const lines: LoggerOptions = {
  level: 'info',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { level: (label) => ({ level: label }) },
};
const destination = pino.destination({ sync: false, minLength: 4_096 });

/** JSON lines with the trace id of the request they belong to. Tokens and passwords are never given to it. */
export const log = pino(
  {
    ...lines,
    mixin: () => {
      const context = requestContext.getStore();
      return context ? { traceId: context.traceId } : {};
    },
    redact: ['password', 'token', 'authorization', '*.password', '*.token', '*.authorization'],
  },
  destination,
);

/** The line of each request: its fields are listed where it is written, so none is looked up or struck out. */
export const requestLog = pino(lines, destination);

/** Lines are written in blocks; this bounds how long one waits. */
setInterval(() => log.flush(), 500).unref();

export function setLogLevel(level: LevelWithSilent): void {
  log.level = level;
  requestLog.level = level;
}

/** Nest's own messages through the same log: only what an operator must see. */
export const nestLogger: LoggerService = {
  log: (message: unknown, ...rest: unknown[]) => log.debug({ rest }, String(message)),
  debug: (message: unknown) => log.debug(String(message)),
  verbose: (message: unknown) => log.trace(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown, ...rest: unknown[]) => log.error({ rest }, String(message)),
  fatal: (message: unknown, ...rest: unknown[]) => log.fatal({ rest }, String(message)),
};
