import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run screens`: a contact sheet per page in `screens/`, light and dark, wide and narrow, full, empty and failing; names of sheets may follow. */
const frontend = resolve(import.meta.dirname, '../frontend');
const child = spawn(process.execPath, ['test/screens.ts', ...process.argv.slice(2)], { cwd: frontend, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
