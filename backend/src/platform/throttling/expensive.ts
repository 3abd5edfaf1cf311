import { SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

const EXPENSIVE = 'kontor:expensive';

/** Counts calls of a handler in the class EXPENSIVE, too; with `field`, only those whose body has that field. */
export function Expensive(field?: string): MethodDecorator {
  return SetMetadata(EXPENSIVE, { field });
}

export function isExpensive(reflector: Reflector, context: ExecutionContext): boolean {
  const declared = reflector.get<{ field?: string } | undefined>(EXPENSIVE, context.getHandler());
  if (!declared) return false;
  const { body } = context.switchToHttp().getRequest<FastifyRequest>();
  return declared.field === undefined || (typeof body === 'object' && body !== null && declared.field in body);
}
