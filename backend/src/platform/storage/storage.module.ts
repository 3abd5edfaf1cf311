import { Global, Module } from '@nestjs/common';
import { FileStorage } from './file-storage.ts';
import { FileSweeper } from './file-sweeper.ts';

@Global()
@Module({ providers: [FileStorage, FileSweeper], exports: [FileStorage, FileSweeper] })
export class StorageModule {}
