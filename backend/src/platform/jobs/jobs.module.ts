import { Global, Module } from '@nestjs/common';
import { JobWorkers } from './job-workers.ts';
import { Jobs } from './jobs.ts';

@Global()
@Module({ providers: [Jobs, JobWorkers], exports: [Jobs] })
export class JobsModule {}
