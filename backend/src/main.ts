import 'reflect-metadata';
import { AppModule } from './app.module.ts';
import { readSettings } from './platform/config/settings.ts';
import { createApp } from './platform/http/create-app.ts';
import { endWell } from './platform/http/end-well.ts';
import { log, setLogLevel } from './platform/telemetry/logger.ts';
import { reportError } from './platform/telemetry/report-error.ts';

async function serve(): Promise<void> {
  const settings = readSettings();
  setLogLevel(settings.logLevel);
  const app = await createApp(AppModule.with(settings), settings);
  await app.listen(settings.port, settings.host);
  log.info({ port: settings.port }, 'ready');
  log.flush();
  stopOn(async () => {
    await endWell(app, settings.endingDelay);
    log.flush();
  });
}

/** Ends well on a signal, and when the process that started this one is gone. */
function stopOn(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const once = () => {
    stopping ??= stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
  process.on('disconnect', once);
}

process.on('unhandledRejection', (error) => reportError(error, { category: 'request', severity: 'critical' }));

serve().catch((error: unknown) => {
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  console.error(`Kontor's backend cannot start: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exit(1);
});
