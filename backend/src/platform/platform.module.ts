import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.ts';
import { AccessModule } from './access/access.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { CacheModule } from './cache/cache.module.ts';
import { Clock } from './clock.ts';
import { SETTINGS, type Settings } from './config/settings.ts';
import { DatabaseModule } from './database/database.module.ts';
import { EgressModule } from './egress/egress.module.ts';
import { EventsModule } from './events/events.module.ts';
import { HealthController } from './health/health.controller.ts';
import { Readiness } from './health/readiness.ts';
import { Idempotency } from './http/idempotency.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { StrictInputGuard } from './http/strict-input.guard.ts';
import { UnitOfWorkInterceptor } from './http/unit-of-work.interceptor.ts';
import { RequestValidationPipe } from './http/validation.pipe.ts';
import { RepresentationInterceptor } from './http/versions.ts';
import { JobsModule } from './jobs/jobs.module.ts';
import { MailModule } from './mail/mail.module.ts';
import { OperationsModule } from './operations/operations.module.ts';
import { RealtimeModule } from './realtime/realtime.module.ts';
import { RedisModule } from './redis/redis.module.ts';
import { StorageModule } from './storage/storage.module.ts';
import { MetricsServer } from './telemetry/metrics-server.ts';
import { ActorLimitGuard, AddressLimitGuard } from './throttling/limit.guards.ts';
import { ThrottlingModule } from './throttling/throttling.module.ts';

/** Everything that no feature repeats, on for every route. The order of guards and interceptors is their order of work. */
@Global()
@Module({})
export class PlatformModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        AuditModule,
        DatabaseModule,
        RedisModule,
        ThrottlingModule,
        AccessModule,
        CacheModule,
        EgressModule,
        EventsModule,
        JobsModule,
        MailModule,
        OperationsModule,
        RealtimeModule.with(settings),
        StorageModule,
      ],
      controllers: [HealthController],
      providers: [
        Clock,
        Idempotency,
        MetricsServer,
        Readiness,
        { provide: SETTINGS, useValue: settings },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: AddressLimitGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: ActorLimitGuard },
        { provide: APP_GUARD, useClass: StrictInputGuard },
        { provide: APP_PIPE, useClass: RequestValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: RepresentationInterceptor },
        { provide: APP_INTERCEPTOR, useClass: UnitOfWorkInterceptor },
      ],
      exports: [Clock, SETTINGS],
    };
  }
}
