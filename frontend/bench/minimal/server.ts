import { createServer } from 'node:http';
import next from 'next';

const port = Number(process.argv[2]);
const app = next({ dir: import.meta.dirname, hostname: '127.0.0.1', port });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1');
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => process.exit(0));
