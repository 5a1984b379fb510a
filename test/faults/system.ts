import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';

const root = join(import.meta.dirname, '..', '..');
const POLICE = 'police';

export interface PushedBank {
  readonly bin: string;
  readonly url: string;
  readonly secrets: readonly string[];
}
const Notice = z.looseObject({
  id: z.string(),
  sequence: z.int(),
  state: z.string(),
  enterpriseCode: z.string().optional(),
  level: z.string().optional(),
  handlingStatus: z.string(),
});
type FeedNotice = z.infer<typeof Notice>;
const Page = z.object({ data: z.array(Notice), iterator: z.string(), done: z.boolean() });

export interface SystemUnderFaults {
  /** Reads a receiver's whole feed, with the newest state of each notice. */
  feed(receiver: string): Promise<FeedNotice[]>;
  /** Sends a decision of the police; resolves once the reply is stored. */
  decide(noticeId: string, decision: Readonly<Record<string, unknown>>): Promise<void>;
  redrive(receiver: string): Promise<string>;
  stop(): Promise<number | null>;
}

/** Runs `npm start -- … --receivers FILE --serve 0` in its own process, as a user does. */
export async function startSystem(folder: string, banks: readonly PushedBank[]): Promise<SystemUnderFaults> {
  const receivers = [
    { receiver: POLICE, clientId: POLICE, clientSecret: POLICE },
    ...banks.map(({ bin, url, secrets }) => ({ receiver: bin, url, secrets, clientId: bin, clientSecret: bin })),
  ];
  const file = join(folder, 'receivers.json');
  writeFileSync(file, JSON.stringify(receivers));
  const own = ['--inbox', join(folder, 'inbox'), '--out', join(folder, 'out'), '--as-of', '2025-12-31'];
  const child = spawn(process.execPath, ['infra/local/start.ts', ...own, '--receivers', file, '--serve', '0'], {
    cwd: root,
    env: { ...process.env, HAUKIEM_LOG: join(folder, 'functions.log') },
  });
  const url = await addressOf(child);
  const tokens = new Map<string, string>();

  const tokenOf = async (client: string): Promise<string> => {
    const known = tokens.get(client);
    if (known !== undefined) return known;
    const form = { grant_type: 'client_credentials', client_id: client, client_secret: client };
    const answer = await fetch(`${url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });
    const { access_token: token } = z.object({ access_token: z.string() }).parse(await answer.json());
    tokens.set(client, token);
    return token;
  };
  const ask = async (client: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const authorization = `Bearer ${await tokenOf(client)}`;
    return fetch(url + path, { ...init, headers: { authorization } });
  };

  return {
    async feed(receiver) {
      const all: FeedNotice[] = [];
      for (let cursor = '', done = false; !done; ) {
        const page = Page.parse(await (await ask(receiver, `/v1/notices?cursor=${cursor}`)).json());
        all.push(...page.data);
        ({ iterator: cursor, done } = page);
      }
      return [...new Map(all.map((notice) => [notice.id, notice])).values()];
    },
    async decide(noticeId, decision) {
      const body = JSON.stringify(decision);
      const { status } = await ask(POLICE, `/v1/notices/${noticeId}/decisions`, { method: 'POST', body });
      if (status !== 202) throw new Error(`a decision was answered with ${status}`);
    },
    async redrive(receiver) {
      const call = ['infra/operator/operate.ts', 'redrive', '--receiver', receiver];
      return (await promisify(execFile)(process.execPath, call, { cwd: root })).stdout.trim();
    },
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      return ended;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const listen = (more: string) => {
      said += more;
      const found = /API\D+(http:\/\/[\d.:]+)/u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    for (const output of [child.stdout, child.stderr]) output?.setEncoding('utf8').on('data', listen);
    child.once('exit', () => reject(new Error(said)));
  });
}
