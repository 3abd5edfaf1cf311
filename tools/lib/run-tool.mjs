// Plain JavaScript, and imported first: on an older Node the TypeScript of the tools would not even load.
const REQUIRED_MAJOR = 24;

/**
 * Runs one of the tools. What the reader can mend is thrown as a `Failure` and printed as one line; anything else keeps
 * its stack, since it is a bug.
 *
 * @param {() => Promise<{ run: () => Promise<number> }>} load
 */
export async function runTool(load) {
  if (Number(process.versions.node.split('.')[0]) < REQUIRED_MAJOR) {
    const advice = 'run it through npm (npm start, npm test, …) after npm ci.';
    console.error(`Kontor needs Node ${REQUIRED_MAJOR} or later; this is ${process.version}: ${advice}`);
    process.exit(1);
  }
  try {
    const tool = await load();
    process.exitCode = await tool.run();
  } catch (error) {
    if (error instanceof Error && error.name === 'Failure') console.error(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
  // Idle connections must not hold the prompt back; output on its way gets its moment.
  setTimeout(() => process.exit(), 500).unref();
}
