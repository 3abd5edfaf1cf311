import createOpenApiClient, { type Client, type ClientOptions as FetchOptions } from 'openapi-fetch';
import { retrying, type RetryOptions } from './retry.ts';
import type { components, paths } from './schema.generated.ts';

/** Every schema of the OpenAPI document by name: `Schemas['Ticket']`. */
export type Schemas = components['schemas'];

/** The REST API as its OpenAPI document has it: a path, or a value in a query or body, that it does not know does not compile. */
export type RestClient = Client<paths>;

/** A token as it is, or where to get the present one. */
export type TokenSource = string | (() => string | Promise<string>);

export interface ClientOptions extends FetchOptions, RetryOptions {
  /** The backend's origin, such as `https://api.kontor.example`. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer …`; a function is asked before each request. */
  token?: TokenSource;
}

/** Lists in a query are comma lists, as the API's own links have them. */
const querySerializer = { array: { style: 'form', explode: false } } as const;

/** A client of the REST API. Its calls answer `{ data, error, response }`, `error` being the problem. */
export function createClient({ token, retries, longestWait, fetch = globalThis.fetch, ...options }: ClientOptions): RestClient {
  const client = createOpenApiClient<paths>({ querySerializer, fetch: retrying(fetch, { retries, longestWait }), ...options });
  if (token === undefined) return client;
  client.use({
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${typeof token === 'string' ? token : await token()}`);
      return request;
    },
  });
  return client;
}
