import { applyDecorators, createParamDecorator, HttpCode, type ExecutionContext } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { TSchema } from 'typebox';

/** Declares what a handler answers: its status and shape, for the serialiser and for the OpenAPI document alike. */
export function Answers(shape: TSchema, status: 200 | 201 = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    RouteSchema({ response: { [status]: shape } }),
    ApiResponse({ status, description: status === 201 ? 'Created' : 'OK', schema: shape }),
  );
}

/** Declares a handler that makes what is not there (201) and changes what is (200); which, it says by `created`. */
export function AnswersCreatedOrChanged(shape: TSchema): MethodDecorator {
  return applyDecorators(
    RouteSchema({ response: { 200: shape, 201: shape } }),
    ApiResponse({ status: 200, description: 'Changed', schema: shape }),
    ApiResponse({ status: 201, description: 'Created', schema: shape }),
  );
}

/** Sets the status of a handler that `AnswersCreatedOrChanged`. */
export const Created = createParamDecorator((_: unknown, context: ExecutionContext): ((isNew: boolean) => void) => {
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return (isNew) => void reply.code(isNew ? 201 : 200);
});

/** Declares a handler that either makes something (201) or asks for more first (202); which, it says by `Asks`. */
export function AnswersCreatedOrAsks(created: TSchema, asks: TSchema): MethodDecorator {
  return applyDecorators(
    RouteSchema({ response: { 201: created, 202: asks } }),
    ApiResponse({ status: 201, description: 'Created', schema: created }),
    ApiResponse({ status: 202, description: 'More is needed', schema: asks }),
  );
}

/** Sets the status of a handler that `AnswersCreatedOrAsks`. */
export const Asks = createParamDecorator((_: unknown, context: ExecutionContext): ((asks: boolean) => void) => {
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return (asks) => void reply.code(asks ? 202 : 201);
});

/** Declares a handler that answers nothing. */
export function AnswersNothing(): MethodDecorator {
  return applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: 'Done' }));
}
