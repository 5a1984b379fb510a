import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bankWebhook } from '#shared/clients/bank-webhook.ts';
import { newSecret } from '#test/support/banks/delivery-world.ts';

const [fresh, old, foreign] = [newSecret(), newSecret(), newSecret()];
const event = (sequence: number, state = 'in_force') =>
  JSON.stringify({ subject: 'n', type: 't', data: { noticeId: 'n', sequence, state } });

describe('events/sample-receiver.mjs', () => {
  let receiver: ChildProcess;
  let url: string;
  const said: string[] = [];
  beforeAll(async () => {
    const port = await freePort();
    receiver = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'events', 'sample-receiver.mjs')], {
      env: { HAUKIEM_SECRETS: `${fresh} ${old}`, PORT: String(port) },
    });
    if (!receiver.stdout) throw new Error('no output');
    const lines = createInterface(receiver.stdout);
    [url = ''] = (await once(lines, 'line')) as [string];
    lines.on('line', (line) => said.push((JSON.parse(line) as { outcome: string }).outcome));
  });
  afterAll(() => {
    receiver.kill();
  });

  it('the sample receiver takes a message signed by either key, once, and refuses any other', async () => {
    const post = bankWebhook({ allowLoopback: true, timeoutMs: 5000 });
    const call = async (secrets: string[], body: string) =>
      (await post({ url, secrets, id: 'n.1', at: new Date(), body })).status;
    expect(await call([fresh], event(2))).toBe(204);
    expect(await call([old], event(1))).toBe(204);
    expect(await call([fresh, old], event(3, 'withdrawn'))).toBe(204);
    expect(await call([foreign], event(4))).toBe(401);
    expect(await call([fresh], 'x'.repeat(30_000))).toBe(413);
    await expect.poll(() => said).toEqual(['kept', 'known', 'withdrawn']);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
