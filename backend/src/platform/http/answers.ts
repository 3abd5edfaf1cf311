import { applyDecorators, HttpCode } from '@nestjs/common';
import { RouteSchema } from '@nestjs/platform-fastify';
import { ApiResponse } from '@nestjs/swagger';
import type { TSchema } from 'typebox';

/** Declares what a handler answers: its status and shape, for the serialiser and for the OpenAPI document alike. */
export function Answers(shape: TSchema, status: 200 | 201 = 200): MethodDecorator {
  return applyDecorators(
    HttpCode(status),
    RouteSchema({ response: { [status]: shape } }),
    ApiResponse({ status, description: status === 201 ? 'Created' : 'OK', schema: shape }),
  );
}

/** Declares a handler that answers nothing. */
export function AnswersNothing(): MethodDecorator {
  return applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: 'Done' }));
}
