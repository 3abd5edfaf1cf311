/** Runs a command: its answer goes to stdout; a failure is one clear line on stderr and exit code 1. */
export async function runCommand(command: () => Promise<string>): Promise<void> {
  try {
    console.log(await command());
  } catch (error) {
    const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
    console.error(cause instanceof Error ? cause.message : String(cause));
    process.exitCode = 1;
  }
}
