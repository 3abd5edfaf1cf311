import type { Server as HttpServer } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { REALTIME_MESSAGE_LIMIT, REALTIME_PATH } from '@kontor/contracts/realtime';
import type { Server, ServerOptions } from 'socket.io';

/**
 * socket.io as the contract has it: one path, websocket only, no compression (it costs 7 to 9 times the CPU), small
 * messages. Its own connection state recovery stays off: it would replay before it asks whether the session stands.
 */
export class SocketAdapter extends IoAdapter {
  constructor(app: INestApplicationContext) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    // Node takes its own listener off an upgraded socket; without one, a reset of it would end the process.
    (this.httpServer as HttpServer).prependListener('upgrade', (_request, socket) => socket.on('error', () => socket.destroy()));
    const server = super.createIOServer(port, {
      ...options,
      path: REALTIME_PATH,
      transports: ['websocket'],
      perMessageDeflate: false,
      httpCompression: false,
      maxHttpBufferSize: REALTIME_MESSAGE_LIMIT,
      serveClient: false,
      allowEIO3: false,
      pingInterval: 15_000,
      pingTimeout: 10_000,
      connectTimeout: 10_000,
    } as ServerOptions);
    server.adapter(inOnePiece(server.adapter() as unknown as AdapterClass));
    // The root namespace would let anyone stay connected without a session.
    server.use((_socket, refuse) => refuse(new Error('NOT_FOUND')));
    return server;
  }
}

/** What socket.io encodes once for all readers of a room: the head and the body of a WebSocket frame. */
interface Encoded {
  wsPreEncodedFrame?: Buffer[];
}
type AdapterClass = new (...args: never[]) => { _encode(packet: unknown, options: Encoded): unknown };

/** Joins head and body of a frame before it goes out to every reader: one piece is written in less time than two. */
function inOnePiece(Adapter: AdapterClass): never {
  return class extends Adapter {
    override _encode(packet: unknown, options: Encoded): unknown {
      const encoded = super._encode(packet, options);
      if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)];
      return encoded;
    }
  } as never;
}
