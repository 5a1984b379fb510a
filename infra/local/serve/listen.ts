import type { Server } from 'node:http';

export const LOOPBACK = '127.0.0.1';

/** Listens on loopback alone, because the server returns citizens' data. @returns the address, `http://127.0.0.1:port` */
export function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      const address = server.address();
      resolve(`http://${LOOPBACK}:${typeof address === 'object' ? address?.port : port}`);
    });
  });
}
