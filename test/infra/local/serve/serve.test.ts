import { type ChildProcess, execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordOfRun } from '#infra/local/served-runs.ts';
import { says, startRun } from '#test/support/started-run.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { resultsOfSample } from './results-of-sample.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const folder = temporaryFolder('serve');
const [out, logFile] = [join(folder, 'out'), join(folder, 'functions.log')];
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
interface ServedNotice {
  readonly id: string;
  readonly sequence: number;
  readonly state: string;
  readonly level: string;
  readonly enterpriseCode: string;
}

/** Runs `npm start` on the sample with `--serve`, with one bank of the sample that has an endpoint. */
let child: ChildProcess;
let ended: Promise<number | null>;
let bank: Server;
let url = '';
const pushed: { subject: string; data: ServedNotice }[] = [];

beforeAll(async () => {
  bank = createServer((request, response) => {
    const take = async () => {
      const body = await text(request);
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      pushed.push(new Webhook(secret).verify(body, headers) as (typeof pushed)[number]);
      response.writeHead(204).end();
    };
    take().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void bank.listen(0, '127.0.0.1', resolve));
  const hook = `http://127.0.0.1:${(bank.address() as AddressInfo).port}/hook`;
  const receivers = [
    { receiver: 'police', clientId: 'police', clientSecret: 'p' },
    { receiver: '970436', url: hook, secrets: [secret], clientId: '970436', clientSecret: 'b' },
    { receiver: '970418', clientId: '970418', clientSecret: 'c' },
  ];
  const file = join(folder, 'receivers.json');
  writeFileSync(file, JSON.stringify(receivers));
  const call = ['--out', out, '--as-of', '2025-12-31', '--receivers', file, '--serve', '0'];
  ({ child, ended } = startRun(folder, call, { HAUKIEM_LOG: logFile }));
  const address = /API\D+(?<url>http:\/\/[\d.:]+)/u;
  url = address.exec(await says(child, address))?.groups?.['url'] ?? '';
});
afterAll(() => {
  child.kill('SIGKILL');
  bank.close();
});

async function tokenOf(id: string, secretOfIt: string): Promise<string> {
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secretOfIt };
  const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
  return ((await answer.json()) as { access_token: string }).access_token;
}
const feed = async (token: string): Promise<ServedNotice[]> => {
  const answer = await fetch(`${url}/v1/notices`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { data: ServedNotice[] }).data;
};

/** Runs an operator's command on a system. @returns what it printed */
const commandOn =
  (system: () => string) =>
  async (name: string, ...words: string[]): Promise<string> => {
    const call = [join(ROOT, 'infra', 'operator', 'operate.ts'), name, ...words];
    const env = { ...process.env, HAUKIEM_SYSTEM: system(), HAUKIEM_LOG: logFile };
    return (await promisify(execFile)(process.execPath, call, { cwd: ROOT, env })).stdout;
  };

// Before receivers answer
resultsOfSample(() => ({ out, logFile }));

it('the served run shows its results, pushes them signed, and withdraws at the bank at once after a police dismissal', async () => {
  const [police, vcb] = [await tokenOf('police', 'p'), await tokenOf('970436', 'b')];
  expect(existsSync(join(out, 'summary.json'))).toBe(true);
  const run = JSON.parse(readFileSync(recordOfRun(child.pid ?? 0), 'utf8')) as Record<string, object>;
  expect(run).toMatchObject({ tables: { deliveries: expect.any(String) }, queues: { deliveries: expect.any(String) } });

  // The feed shows a change only after a few seconds, so that no late writer is skipped
  const pair = async () => {
    const [mine, notices] = [await feed(vcb), await feed(police)];
    return mine.flatMap((notified) => {
      const flag = notices.find(({ enterpriseCode }) => enterpriseCode === notified.enterpriseCode);
      return notified.level === 'watch' && flag ? [{ notified, flag }] : [];
    })[0];
  };
  await expect.poll(pair, { interval: 500 }).toBeDefined();
  const found = await pair();
  if (!found) throw new Error('the sample has no flagged company with an account at 970436');
  const { notified, flag } = found;
  await expect.poll(() => pushed.some(({ subject }) => subject === notified.id)).toBe(true);

  const answer = await fetch(`${url}/v1/notices/${flag.id}/decisions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${police}` },
    body: JSON.stringify({ sequence: flag.sequence, outcome: 'dismissed' }),
  });
  expect(answer.status).toBe(202);
  const withdrawn = ({ data, subject }: (typeof pushed)[number]) =>
    subject === notified.id && data.state === 'withdrawn';
  await expect.poll(() => pushed.some(withdrawn)).toBe(true);
  await expect.poll(async () => (await feed(vcb)).find(({ id }) => id === notified.id)?.state).toBe('withdrawn');
});

it('the log follows a company and a file from the inbox to the bank’s webhook', async () => {
  const command = commandOn(() => recordOfRun(child.pid ?? 0));
  const sent = pushed.find(({ data }) => data.state === 'withdrawn');
  const company = await command('trace', '--company', sent?.data.enterpriseCode ?? '');
  for (const step of ['registrations', 'companies', 'police-notices', 'bank-notices', 'deliveries'])
    expect(company).toContain(`haukiem-local-${step}: `);
  const ofBank = company.split('\n').filter((line) => line.includes(sent?.subject ?? '–'));
  const steps = ofBank.map((line) => line.replace(/^.{23}(\w+) bank#970436 \S+ #(\d) (\w+).*$/u, '$1 $2 $3'));
  expect(steps).toEqual([
    'NOTICE_WRITTEN 1 in_force',
    'NOTICE_SENT 1 delivered',
    'NOTICE_WRITTEN 2 withdrawn',
    'NOTICE_SENT 2 delivered',
  ]);

  const ofAccounts = await command('trace', '--file', 'accounts/danh-sach-tai-khoan.csv');
  expect(ofAccounts).toMatch(/FILE_READ ×43\n/u);
  // A notice belongs to the file that was the last one it waited for, whichever that was in this run
  const files = globSync('*/**/*.*', { cwd: 'events/sample-inbox' });
  const traces = await Promise.all(files.map((name) => command('trace', '--file', name)));
  expect(files.length).toBe(12);
  expect(traces.join('\n')).toMatch(/NOTICE_WRITTEN bank#\d+ \S+ #1 in_force \d+ giây từ lúc đọc tệp/u);
  await expect(command('trace', '--file', 'accounts/khac.csv')).rejects.toMatchObject({
    stderr: expect.stringContaining('Nhật ký không có gì'),
  });
});

it('the served run gives the police a link to a dossier in the local S3, and no bank', async () => {
  const [police, vcb] = [await tokenOf('police', 'p'), await tokenOf('970436', 'b')];
  const [notice] = await feed(police);
  const ask = (token: string, form: string) =>
    fetch(`${url}/v1/dossiers/${notice?.id}/link`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ form }),
    });
  for (const form of ['json', 'docx']) {
    await expect.poll(async () => (await ask(police, form)).status).toBe(201);
    const link = (await (await ask(police, form)).json()) as { url: string; sha256: string; expiresAt: string };
    expect(Date.parse(link.expiresAt) - Date.now()).toBeLessThanOrEqual(300_000);
    const file = await fetch(link.url);
    expect(file.status).toBe(200);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(link.sha256);
  }
  expect((await ask(vcb, 'json')).status).toBe(404);
});

it('the served run shows no bank another bank’s notices', async () => {
  const [vcb, bidv] = [await tokenOf('970436', 'b'), await tokenOf('970418', 'c')];
  const theirs = await feed(bidv);
  const [foreign] = theirs;
  if (!foreign) throw new Error('the sample has no notice for 970418');
  const ask = (path: string, init: RequestInit = {}, token = vcb) =>
    fetch(url + path, { ...init, headers: { authorization: `Bearer ${token}` } });
  const nowhere = await ask(`/v1/notices/${'A'.repeat(22)}`);
  const answer = await ask(`/v1/notices/${foreign.id}?receiver=bank%23970418`);
  expect([answer.status, await answer.text()]).toEqual([404, await nowhere.text()]);
  const mine = await (await ask('/v1/notices?limit=100000&receiver=bank%23970418')).text();
  for (const { id } of theirs) expect(mine).not.toContain(id);
  expect((await ask('/v1/notices', {}, bidv.slice(0, -2))).status).toBe(401);
});

it('a person is erased from the running system without a remainder, and every reference is made again with a new key', async () => {
  const person = '030085420401';
  let system = recordOfRun(child.pid ?? 0);
  const command = commandOn(() => system);
  const order = ['--document', person, '--order', 'QĐ 12/2026 ngày 01/03/2026'];
  const erased = await command('erase', ...order);
  for (const done of [
    'companies: 1 removed',
    'policeRecords: ',
    'assessments: 1 redacted',
    '1 doanh nghiệp được đánh giá lại',
  ])
    expect(erased).toContain(done);
  expect(erased).not.toContain(person);
  // A running request does not restore an ended session
  await wait(5000);
  expect(await command('erase', ...order)).toMatch(/^Văn bản yêu cầu/u);

  expect(await command('rekey', '--add')).toContain('Đã thêm khóa 2');
  // The functions of the run were deployed before the key was added
  await expect(command('rekey')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('Các hàm đang chạy chưa ghi bằng khóa 2'),
  });
  // An operator writes into the system's file what was deployed
  const deployed = { ...JSON.parse(readFileSync(system, 'utf8')), hashKeys: { writes: 2, asks: [1, 2] } };
  system = join(folder, 'deployed.json');
  writeFileSync(system, JSON.stringify(deployed));
  expect(await command('rekey')).toContain('Không còn mã nào theo khóa cũ');
  expect(await command('erase', ...order)).toMatch(/^Văn bản yêu cầu/u);
  expect((await feed(await tokenOf('police', 'p'))).length).toBeGreaterThan(0);
});

it('the served run ends on Ctrl-C, which the terminal and the bootstrap both pass on, with the exit code of its results, and removes the file for other commands', async () => {
  expect(existsSync(recordOfRun(child.pid ?? 0))).toBe(true);
  child.kill('SIGINT');
  await wait(20);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(existsSync(recordOfRun(child.pid ?? 0))).toBe(false);
});
