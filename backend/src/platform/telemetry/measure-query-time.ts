import { operationDuration } from './metrics.ts';

/**
 * Runs `work` and counts how long it took under the name of the operation, whether it ends well or not. The name is the
 * seeds' own; `operation` is a constant of the code, never made of data.
 */
export async function measureQueryTime<T>(work: () => Promise<T>, { operation }: { operation: string }): Promise<T> {
  const begun = performance.now();
  try {
    return await work();
  } finally {
    operationDuration.observe({ operation }, (performance.now() - begun) / 1_000);
  }
}
