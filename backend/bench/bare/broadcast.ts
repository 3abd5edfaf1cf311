import type { Server } from 'node:http';
import type { Pool } from 'pg';
import { WebSocketServer, type WebSocket } from 'ws';
import { sessionOf } from './session.ts';

/** A loop over the sockets of a tenant, and nothing else. */
export class Broadcast {
  readonly #sockets = new Map<string, Set<WebSocket>>();
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false });

  constructor(http: Server, pool: Pool) {
    http.on('upgrade', (request, socket, head) => {
      void sessionOf(pool, request.headers.authorization).then((session) => {
        if (!session) return void socket.destroy();
        this.#server.handleUpgrade(request, socket, head, (opened) => this.#enter(session.tenantId, opened));
      });
    });
  }

  send(tenantId: string, event: unknown): void {
    const sockets = this.#sockets.get(tenantId);
    if (!sockets) return;
    const text = Buffer.from(JSON.stringify(event));
    for (const socket of sockets) socket.send(text, { binary: false });
  }

  #enter(tenantId: string, socket: WebSocket): void {
    const sockets = this.#sockets.get(tenantId) ?? new Set();
    this.#sockets.set(tenantId, sockets.add(socket));
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.terminate());
    socket.send('ready');
  }
}
