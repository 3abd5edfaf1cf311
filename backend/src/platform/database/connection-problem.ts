import pg from 'pg';

const CONNECT_TIMEOUT_MS = 8_000;

/** Why nobody can sign in at the address, in the words of the system or the server; undefined when all is well. */
export async function connectionProblem(connectionString: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    // Several addresses behind one name give one error each.
    const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}
