import { Global, Module } from '@nestjs/common';
import { OperationFiles } from './operation-files.ts';
import { OperationItems } from './operation-items.ts';
import { OperationKinds } from './operation-kinds.ts';
import { OperationLeases } from './operation-leases.ts';
import { OperationSteps } from './operation-steps.ts';
import { OperationsController } from './operations.controller.ts';
import { OperationsService } from './operations.service.ts';

@Global()
@Module({
  controllers: [OperationsController],
  providers: [OperationFiles, OperationItems, OperationKinds, OperationLeases, OperationSteps, OperationsService],
  exports: [OperationItems, OperationKinds, OperationsService],
})
export class OperationsModule {}
