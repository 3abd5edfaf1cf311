import { Global, Module } from '@nestjs/common';
import { JobWorkers } from './job-workers.ts';
import { Jobs } from './jobs.ts';
import { Retention } from './retention.ts';

@Global()
@Module({ providers: [Jobs, JobWorkers, Retention], exports: [Jobs] })
export class JobsModule {}
