export default async function globalTeardown() {
  await globalThis.__KONTOR_DATABASE__?.stop();
}
