import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema.generated.ts';

/** Every schema of the OpenAPI document by name: `Schemas['Ticket']`. */
export type Schemas = components['schemas'];

/** The REST API as its OpenAPI document has it; a call to a path, with a field or parameter it does not know, does not compile. */
export type RestClient = Client<paths>;

/** Makes a client. `baseUrl` is the backend's origin; a session token goes into `headers` as `authorization: Bearer …`. */
export function createRestClient(options: ClientOptions): RestClient {
  return createClient<paths>(options);
}
