import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FlowRun } from './flow.ts';
import { RING, RING_FILES } from './ring-feeds.ts';
import { accounts, identities, listings, subscribers } from './sample-feeds.ts';

const [, SECOND_FILE = ['', ''], POLICE_FILE = ['', ''], ACCOUNT_FILE = ['', '']] = RING_FILES;
const OWN_ACCOUNT = `970436,0001112223,${RING[0]?.code},CÔNG TY TNHH MẪU`;

/** The files that are dropped before, during and after a change of what is stored. */
export const BEFORE = [
  RING_FILES[0] ?? ['', ''],
  POLICE_FILE,
  ACCOUNT_FILE,
  ['subscribers/a.csv', subscribers('0912345678,033085000789')],
] as const;
export const MEANWHILE = [
  SECOND_FILE,
  ['suspicious-accounts/a.csv', listings('970436,0001112223,4,,20/12/2025', '970418,0005556667,2,,21/12/2025')],
  [
    'accounts/b.csv',
    accounts(
      `970418,0005556667,${RING[3]?.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,${RING[3]?.document},0912345678,20/03/2025,1`,
    ),
  ],
] as const;
export const AFTER = [
  ['subscribers/b.csv', subscribers('0977000111,033085000999')],
  ['accounts/c.csv', accounts(`${OWN_ACCOUNT},Trần Thị Kẻ Gian,${RING[0]?.document},0977000111,20/03/2025,1`)],
  ['suspicious-accounts/b.csv', listings('970436,0001112223,0,,22/12/2025')],
  ['identities/b.csv', identities(`${RING[1]?.document},CCCD,Trần Thị Kẻ Gian,01/01/1990,Nữ,BINH_THUONG,,,`)],
] as const;

class Crash extends Error {
  constructor() {
    super('died');
  }
}

/** Makes the job fail at a write, before or after the write's effect. */
export function dyingAt(db: DynamoDBDocumentClient, write: number, after: boolean): DynamoDBDocumentClient {
  let writes = 0;
  const send = async (command: { constructor: { name: string } }) => {
    const isWrite = /^(Put|Update|Delete)Command$/u.test(command.constructor.name);
    if (isWrite) writes += 1;
    if (isWrite && writes >= write && !after) throw new Crash();
    const answer: unknown = await db.send(command as never);
    if (isWrite && writes >= write) throw new Crash();
    return answer;
  };
  return Object.assign(Object.create(db) as DynamoDBDocumentClient, { send });
}

/** Drops files, and handles each batch of their messages by functions of either release. */
export async function dropBetween(
  run: FlowRun,
  files: readonly (readonly [string, string])[],
  becomesEither: () => unknown,
): Promise<void> {
  for (const [name, content] of files) await run.drop(name, content);
  for (;;) {
    const [next] = [...run.waiting].find(([, messages]) => messages.length > 0) ?? [];
    if (next === undefined) return;
    becomesEither();
    await run.work(next);
  }
}

/** The visible result: each company's verdict, and each notice with its id and its number of changes. */
export async function seen(run: FlowRun) {
  const codes = RING.map(({ code }) => code);
  const assessed = [...(await run.assessments.of(codes)).values()].map(
    ({ enterpriseCode, verdict, score, findings, assessmentId, people }) => ({
      enterpriseCode,
      verdict,
      score,
      findings,
      assessmentId,
      people: people.map(({ result, role }) => ({ result, role })),
    }),
  );
  const receivers = ['police', 'bank#970436', 'bank#970418'];
  const changed = await Promise.all(receivers.map((one) => run.notices.changed(one, '0', '9', 1000)));
  const notices = changed.flat().map(({ notice }) => {
    const { receiver, noticeId, state, sequence, content } = notice;
    return { receiver, noticeId, state, sequence, content };
  });
  const key = (one: { readonly enterpriseCode?: string; readonly noticeId?: string }) =>
    one.enterpriseCode ?? one.noticeId ?? '';
  return {
    assessed: assessed.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
    notices: notices.sort((a, b) => (a.noticeId < b.noticeId ? -1 : 1)),
    waiting: [...run.waiting.values()].flat().length,
    parked: await run.parked.of('companies'),
  };
}
