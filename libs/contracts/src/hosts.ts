/** True for names and addresses that mean this very machine. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

/** On this machine `localhost` and `127.0.0.1` are one place to a person, but two origins to a browser. */
export function loopbackTwin(hostname: string): string | undefined {
  return hostname === 'localhost' ? '127.0.0.1' : hostname === '127.0.0.1' ? 'localhost' : undefined;
}
