import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/** Names of hosts, asked of the name server without a thread of the process, so that a slow one keeps nobody else waiting. */
@Injectable()
export class Names {
  /** Every address of a name; none where there is none, or the server does not answer. */
  async addressesOf(name: string, signal: AbortSignal): Promise<string[]> {
    const resolver = new Resolver({ timeout: 2_000, tries: 2 });
    const cancel = () => resolver.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    signal.removeEventListener('abort', cancel);
    return found.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  }
}
