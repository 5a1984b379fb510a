import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The sample receiver of `events/` in a process of its own, and what it says of each delivery. */
export interface SampleReceiver {
  readonly url: string;
  readonly said: readonly string[];
  stop(): void;
}

export async function sampleReceiver(secrets: readonly string[]): Promise<SampleReceiver> {
  const port = await freePort();
  const script = join(import.meta.dirname, '..', '..', '..', 'events', 'sample-receiver.mjs');
  const env = { HAUKIEM_SECRETS: secrets.join(' '), PORT: String(port) };
  const receiver: ChildProcess = spawn(process.execPath, [script], { env });
  if (!receiver.stdout) throw new Error('no output');
  const lines = createInterface(receiver.stdout);
  const [url] = (await once(lines, 'line')) as [string];
  const said: string[] = [];
  lines.on('line', (line) => said.push((JSON.parse(line) as { outcome: string }).outcome));
  return { url, said, stop: () => void receiver.kill() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
