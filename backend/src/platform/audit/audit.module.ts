import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.ts';
import { AuditLinker } from './audit-linker.ts';
import { AuditRecorder } from './audit-recorder.ts';
import { AuditService } from './audit.service.ts';
import { CountedEntries } from './counted-entries.ts';

@Module({ controllers: [AuditController], providers: [AuditLinker, AuditRecorder, AuditService, CountedEntries] })
export class AuditModule {}
