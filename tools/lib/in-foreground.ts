import { checkSettings } from './child-environment.ts';
import { Failure } from './failure.ts';
import { LocalStack } from './local-stack.ts';
import { readSettings } from './settings.ts';
import { StopRequest } from './stop-request.ts';

/**
 * Brings a stack up and keeps it until somebody asks to stop (exit code 0) or one of its servers ends by itself, and
 * takes down whatever was started in either case. `bringUp` is never cut off, so that nothing it starts is forgotten;
 * it returns how to wait for the last words of a server.
 */
export async function inForeground(
  bringUp: (stack: LocalStack, stop: StopRequest) => Promise<() => Promise<string>>,
): Promise<number> {
  const stop = new StopRequest();
  const stack = new LocalStack(readSettings());
  try {
    checkSettings(stack.settings);
    await stack.claim(stop);
    const unexpectedEnd = await bringUp(stack, stop);
    const lastWords = await Promise.race([stop.requested(), unexpectedEnd()]);
    if (lastWords) throw new Failure(lastWords);
    console.log('Stopping …');
    return 0;
  } catch (error) {
    // Whoever asked to stop does not want to hear what that interrupted.
    if (stop.stopping()) return 0;
    throw error;
  } finally {
    await stack.stop();
  }
}
