import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { listen } from '#infra/local/serve/listen.ts';
import { recordOfRun } from '#infra/local/served-runs.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { readSystem } from '../find-system.ts';
import { SAMPLE_NOTICES } from './sample-notices.ts';
import type { SmokeSystem } from './run-smoke.ts';

const START = join(import.meta.dirname, '..', '..', 'local', 'start.ts');
const CLIENT = { id: 'smoke', secret: 'smoke' };
const Pushed = z.object({ subject: z.string(), data: z.object({ sequence: z.int() }) });

/** Starts the embedded run without any file, with an endpoint of this process for every receiver of the sample. */
export async function embeddedSystem(folder: string): Promise<SmokeSystem> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const taken = new Set<string>();
  const take = async (request: IncomingMessage): Promise<void> => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const { subject, data } = Pushed.parse(new Webhook(secret).verify(await text(request), headers));
    taken.add(`${subject}.${data.sequence}`);
  };
  const endpoint = createServer((request, response) => {
    take(request).then(
      () => response.writeHead(204).end(),
      () => response.writeHead(400).end(),
    );
  });
  const url = await listen(endpoint, 0);
  const receivers = [...SAMPLE_NOTICES.keys()].map((receiver) => {
    const clientId = receiver === POLICE ? CLIENT.id : `smoke-${receiver}`;
    return { receiver, url, secrets: [secret], clientId, clientSecret: CLIENT.secret };
  });
  const [inbox, file] = [join(folder, 'inbox'), join(folder, 'receivers.json')];
  await mkdir(inbox, { recursive: true });
  await writeFile(file, JSON.stringify(receivers), { mode: 0o600 });
  const words = ['--inbox', inbox, '--out', join(folder, 'out'), '--receivers', file, '--serve', '0'];
  const child = spawn(process.execPath, [START, ...words], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await served(child);
  const system = await readSystem({ HAUKIEM_SYSTEM: recordOfRun(child.pid ?? 0) });
  return {
    system,
    client: CLIENT,
    minutes: 10,
    hasTaken: (noticeId, sequence) => taken.has(`${noticeId}.${sequence}`),
    async close() {
      child.kill('SIGINT');
      await once(child, 'exit');
      endpoint.close();
    },
  };
}

/** Waits until the run serves its API, which it says on the screen. */
const served = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (more: string) => {
      said += more;
      if (said.includes('/v1/notices')) resolve();
    });
    child.once('exit', () => reject(new UserFacingError(`Lần chạy trên máy này đã kết thúc sớm: ${said}`)));
  });
