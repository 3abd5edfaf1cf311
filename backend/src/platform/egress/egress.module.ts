import { Global, Module } from '@nestjs/common';
import { Egress } from './egress.ts';
import { Names } from './names.ts';

@Global()
@Module({ providers: [Egress, Names], exports: [Egress] })
export class EgressModule {}
