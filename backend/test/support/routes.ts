import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS, type Access } from '../../src/platform/access/decorators.ts';
import type { TestApp } from './app.ts';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As declared, with its parameters: `/api/v1/tickets/:id`. */
  path: string;
  /** `TicketsController.read` */
  handler: string;
  access: Access | undefined;
}

/** The route table, read from the controllers that the running application has loaded. */
export function routesOf({ nest }: TestApp): Route[] {
  const scanner = new MetadataScanner();
  const controllers = nest.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype }) => {
    const { prototype, name } = metatype as { prototype: object; name: string };
    return scanner.getAllMethodNames(prototype).flatMap((key): Route[] => {
      const handler = (prototype as Record<string, object>)[key]!;
      const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      const path = join(Reflect.getMetadata(PATH_METADATA, metatype as object), Reflect.getMetadata(PATH_METADATA, handler));
      const access = Reflect.getMetadata(ACCESS, handler) as Access | undefined;
      return [{ method: RequestMethod[method] as Route['method'], path, handler: `${name}.${key}`, access }];
    });
  });
}

function join(...parts: unknown[]): string {
  const path = parts.map((part) => String(part).replace(/^\/|\/$/g, '')).filter(Boolean).join('/');
  return path.startsWith('health') ? `/${path}` : `/api/v1/${path}`;
}
