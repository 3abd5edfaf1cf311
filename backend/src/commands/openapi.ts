import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../app.module.ts';
import { readSettings } from '../platform/config/settings.ts';
import { API_PREFIX } from '../platform/http/create-app.ts';
import { openApiDocument } from '../platform/http/openapi.ts';
import { runCommand } from './run-command.ts';

/** Settings that the document does not depend on; in preview nothing is connected to. */
const NOWHERE = {
  DATABASE_URL: 'postgresql://nowhere',
  DATABASE_SYSTEM_URL: 'postgresql://nowhere',
  KONTOR_ENCRYPTION_KEYS: 'not used while only describing the API',
  KONTOR_FORWARD_SECRET: 'not used while only describing the API',
};

await runCommand(async () => {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(readSettings(NOWHERE)), new FastifyAdapter(), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(...API_PREFIX);
  return JSON.stringify(openApiDocument(app), null, 2);
});
