import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { countNotRekeyed, TABLES_TO_REKEY, rekeyTables } from '#infra/operator/rekey-tables.ts';
import { keyedHash, newestKeyPlan } from '#shared/runtime/keyed-hash.ts';
import { unpacked } from '#shared/tables/packed.ts';
import { BOTH_KEYS, changingHash, THREE_KEYS } from '#test/support/changing-hash.ts';
import { AFTER, BEFORE, dropBetween, dyingAt, MEANWHILE, seen } from '#test/support/changing-releases.ts';
import { flow } from '#test/support/flow.ts';
import { seeded } from '#test/support/seeded.ts';

async function started() {
  const { hash, becomes } = changingHash();
  const run = await flow({ hash });
  const drop = async (files: readonly (readonly [string, string])[]) => {
    for (const [name, content] of files) await run.drop(name, content);
    await run.settle();
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
  return { run, becomes, drop, tables, ports, touched };
}
type Started = Awaited<ReturnType<typeof started>>;

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
    calm = await seen(system.run);
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
      expect(await seen(system.run)).toEqual(calm);
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
      expect(await seen(system.run)).toEqual(calm);
    },
  );

  it.each([1])(
    'a change of the key does not alter the result, with functions of both versions running side by side, seed %i',
    async (seed) => {
      const system = await started();
      const random = seeded(seed);
      system.becomes.asking();
      await system.drop(BEFORE);
      await dropBetween(system.run, MEANWHILE, () =>
        random() < 0.5 ? system.becomes.asking() : system.becomes.writing(),
      );
      system.becomes.writing();
      await rekeyTables(system.ports());
      expect(await countNotRekeyed(system.ports())).toEqual({});
      system.becomes.done();
      await system.drop(AFTER);
      expect(await seen(system.run)).toEqual(calm);
    },
  );
});
