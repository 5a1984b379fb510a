import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { countNotRekeyed, TABLES_TO_REKEY, rekeyTables } from '#infra/operator/rekey-tables.ts';
import { keyedHash, newestKeyPlan } from '#shared/runtime/keyed-hash.ts';
import { unpacked } from '#shared/tables/packed.ts';
import { BOTH_KEYS, changingHash, THREE_KEYS } from '#test/support/changing-hash.ts';
import { flow } from '#test/support/flow.ts';
import { RING, RING_FILES } from '#test/support/ring-feeds.ts';
import { accounts, identities, listings, subscribers } from '#test/support/sample-feeds.ts';
import { seeded } from '#test/support/seeded.ts';

const [, SECOND_FILE = ['', ''], POLICE_FILE = ['', ''], ACCOUNT_FILE = ['', '']] = RING_FILES;
const OWN_ACCOUNT = `970436,0001112223,${RING[0]?.code},CÔNG TY TNHH MẪU`;

/** The files that are dropped before, during and after the change of keys. */
const BEFORE = [
  RING_FILES[0] ?? ['', ''],
  POLICE_FILE,
  ACCOUNT_FILE,
  ['subscribers/a.csv', subscribers('0912345678,033085000789')],
] as const;
const MEANWHILE = [
  SECOND_FILE,
  ['suspicious-accounts/a.csv', listings('970436,0001112223,4,,20/12/2025', '970418,0005556667,2,,21/12/2025')],
  [
    'accounts/b.csv',
    accounts(
      `970418,0005556667,${RING[3]?.code},CÔNG TY TNHH MẪU,Trần Thị Kẻ Gian,${RING[3]?.document},0912345678,20/03/2025,1`,
    ),
  ],
] as const;
const AFTER = [
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
function dyingAt(db: DynamoDBDocumentClient, write: number, after: boolean): DynamoDBDocumentClient {
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

async function started() {
  const { hash, becomes } = changingHash();
  const run = await flow({ hash });
  const drop = async (files: readonly (readonly [string, string])[]) => {
    for (const [name, content] of files) await run.drop(name, content);
    await run.settle();
  };
  /** Handles each batch of messages by a function of either version. */
  const dropBetween = async (files: readonly (readonly [string, string])[], random: () => number) => {
    for (const [name, content] of files) await run.drop(name, content);
    for (;;) {
      const [next] = [...run.waiting].find(([, messages]) => messages.length > 0) ?? [];
      if (next === undefined) return;
      if (random() < 0.5) becomes.asking();
      else becomes.writing();
      await run.work(next);
    }
  };
  const tables = Object.fromEntries(TABLES_TO_REKEY.map((name) => [name, run.names.get(name) ?? ''])) as Record<
    (typeof TABLES_TO_REKEY)[number],
    string
  >;
  const touched: string[] = [];
  const ports = (db = run.db, secret = BOTH_KEYS) => ({
    db,
    tables,
    hash: keyedHash(secret, newestKeyPlan(secret)),
    assess: async (messages: readonly { enterpriseCode: string }[]) =>
      void touched.push(...messages.map(({ enterpriseCode }) => enterpriseCode)),
  });
  return { run, becomes, drop, dropBetween, tables, ports, touched };
}
type Started = Awaited<ReturnType<typeof started>>;

/** The visible result: each company's verdict, and each notice with its id and its number of changes. */
async function seen({ run }: Started) {
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

async function textsOf({ run, tables }: Started): Promise<string> {
  const pages = await Promise.all(
    Object.values(tables).map((TableName) => run.db.send(new ScanCommand({ TableName }))),
  );
  return JSON.stringify(
    pages.flatMap(({ Items = [] }) =>
      Items.map(({ packed, ...open }) => ({
        ...open,
        claimed: [...((open['claimed'] as Set<string> | undefined) ?? [])],
        inside: packed instanceof Uint8Array ? unpacked(packed) : undefined,
      })),
    ),
  );
}

describe('a change of the key of references', () => {
  let calm: Awaited<ReturnType<typeof seen>>;
  beforeAll(async () => {
    const system = await started();
    await system.drop(BEFORE);
    await system.drop(MEANWHILE);
    await system.drop(AFTER);
    calm = await seen(system);
  });

  it.each([
    [1, 'before'],
    [37, 'before'],
    [70, 'after'],
  ] as const)(
    'a change of the key does not alter the result, with the job failing at write %i, %s its effect',
    async (write, when) => {
      const system = await started();
      await system.drop(BEFORE);
      system.becomes.asking();
      system.becomes.writing();
      await expect(rekeyTables(system.ports(dyingAt(system.run.db, write, when === 'after')))).rejects.toThrow('died');
      await system.drop(MEANWHILE);
      await rekeyTables(system.ports());
      await rekeyTables(system.ports());
      expect(await countNotRekeyed(system.ports())).toEqual({});
      expect(await textsOf(system)).not.toContain('k1-');
      system.becomes.done();
      await system.drop(AFTER);
      expect(await seen(system)).toEqual(calm);
    },
  );

  it.each([[21, 'after']] as const)(
    'two changes of the key do not alter the result, with both jobs failing at write %i, %s its effect',
    async (write, when) => {
      const system = await started();
      const dying = (secret?: string) => system.ports(dyingAt(system.run.db, write, when === 'after'), secret);
      await system.drop(BEFORE);
      system.becomes.asking();
      system.becomes.writing();
      await expect(rekeyTables(dying())).rejects.toThrow('died');
      await rekeyTables(system.ports());
      system.becomes.done();
      await system.drop(MEANWHILE);
      system.becomes.askingAgain();
      system.becomes.writingAgain();
      await expect(rekeyTables(dying(THREE_KEYS))).rejects.toThrow('died');
      await rekeyTables(system.ports(undefined, THREE_KEYS));
      await rekeyTables(system.ports(undefined, THREE_KEYS));
      expect(await countNotRekeyed(system.ports(undefined, THREE_KEYS))).toEqual({});
      expect(await textsOf(system)).not.toMatch(/(?<![\w-])k[12]-/u);
      system.becomes.doneAgain();
      await system.drop(AFTER);
      expect(await seen(system)).toEqual(calm);
    },
  );

  it.each([1])(
    'a change of the key does not alter the result, with functions of both versions running side by side, seed %i',
    async (seed) => {
      const system = await started();
      const random = seeded(seed);
      system.becomes.asking();
      await system.drop(BEFORE);
      await system.dropBetween(MEANWHILE, random);
      system.becomes.writing();
      await rekeyTables(system.ports());
      expect(await countNotRekeyed(system.ports())).toEqual({});
      system.becomes.done();
      await system.drop(AFTER);
      expect(await seen(system)).toEqual(calm);
    },
  );
});
