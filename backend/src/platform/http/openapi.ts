import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { errorPage } from './error-page.ts';
import { toJsonSchema2020 } from './openapi-schemas.ts';

/** Made from the controllers, DTO classes and response shapes: there is no second description to keep in step. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Kontor')
    .setDescription('Tickets, contacts and people of one workspace. Errors are `application/problem+json`; see /api/docs/errors.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A session token or an API key.' })
    .build();
  const operationIdFactory = (controller: string, method: string) => `${controller.replace('Controller', '')}.${method}`;
  return toJsonSchema2020(SwaggerModule.createDocument(app, config, { operationIdFactory }));
}

/** `/api/openapi.json`, the reference at `/api/docs` (with no asset of another host), and a section per error code. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const document = openApiDocument(app);
  const json = JSON.stringify(document);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/api/openapi.json', (_request, reply) => {
    void reply.header('content-type', 'application/json; charset=utf-8').send(json);
  });
  const page = errorPage();
  fastify.get('/api/docs/errors', (_request, reply) => {
    void reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
      .send(page);
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/docs')) {
      reply.header('content-security-policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'");
    }
    done();
  });
  SwaggerModule.setup('api/docs', app, document, { raw: false, swaggerOptions: { persistAuthorization: false } });
}
