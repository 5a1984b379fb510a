import { describe, expect, it } from 'vitest';
import { leaveValues, shareValues } from '#functions/3-assess-company/share-values.ts';
import { bandOf, MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import { OVERTAKEN, untilWritten } from '#shared/runtime/until-written.ts';
import { linksTable } from '#shared/tables/links.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { watched, type Watch } from '#test/support/watched-database.ts';

const ADDRESS: SharedValue = { kind: 'address', ref: 'one-address' };
const PERSON: SharedValue = { kind: 'person', ref: 'one-person' };
const OTHER: SharedValue = { kind: 'person', ref: 'another-person' };
const member = (n: number) => ({
  enterpriseCode: `09${String(n).padStart(8, '0')}`,
  registeredOn: '2025-03-01',
  badSigns: n % 2,
});
const codeOf = (n: number) => member(n).enterpriseCode;

async function setUp() {
  const { db, createTable } = memoryDatabase();
  const table = await createTable('links');
  const links = linksTable(db, table, UNCHANGED_REFERENCES);
  const told = new Array<string>();
  const clock = { endsAt: 2_000_000_000 };
  /** What the companies' assessments say: each replaces only the one that its run has read. */
  const assessed = new Map<string, { readonly revision: number; readonly listed: number }>();

  /** A run of a company: it shares its values and stores an assessment. */
  const share = (n: number, valuesNow: readonly SharedValue[] | (() => readonly SharedValue[]), watch?: Watch) => {
    const own = linksTable(watched(db, watch), table, UNCHANGED_REFERENCES);
    const assess = async (messages: readonly { enterpriseCode: string }[]) => {
      await watch?.();
      told.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
    };
    const ports = { links: own, assess, expiry: () => clock.endsAt };
    const code = codeOf(n);
    return untilWritten(async () => {
      const before = assessed.get(code);
      const list = (await own.lists([code])).get(code);
      const values = typeof valuesNow === 'function' ? valuesNow() : valuesNow;
      const stored = { list, isDone: list !== undefined && before?.listed === list.revision };
      const shared = await (values.length > 0
        ? shareValues(member(n), values, stored, ports)
        : leaveValues(code, stored, ports));
      if (shared === OVERTAKEN || assessed.get(code) !== before) return OVERTAKEN;
      assessed.set(code, { revision: (before?.revision ?? 0) + 1, listed: shared.listed });
      return shared;
    });
  };
  const bandAt = async ({ kind, ref }: SharedValue) => (await links.counted(`${kind}#${ref}`, 1)).stored;
  const membersAt = ({ kind, ref }: SharedValue) => links.companiesOf(`${kind}#${ref}`);
  return { links, told, clock, share, bandAt, membersAt };
}

describe('the values a company shares', () => {
  it('a shared value ends in the same band whatever the order of its companies, at once or one by one', async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => n);
    const expected = bandOf('address', 'one-address', numbers.map(member));
    const oneByOne = await setUp();
    for (const n of numbers.toReversed()) await oneByOne.share(n, [ADDRESS]);
    const atOnce = await setUp();
    await Promise.all(numbers.map((n) => atOnce.share(n, [ADDRESS])));
    for (const { bandAt } of [oneByOne, atOnce])
      expect(await bandAt(ADDRESS)).toMatchObject({ band: expected, notified: true });
  });

  it('only a change of band has the other companies assessed again', async () => {
    const { told, share } = await setUp();
    for (let n = 0; n < 6; n += 1) await share(n, [ADDRESS]);
    told.length = 0;
    await share(5, [ADDRESS]);
    expect(told).toEqual([]);
  });

  it('nobody is assessed again because an honest company joins other honest ones at an address', async () => {
    const { told, share, bandAt, membersAt } = await setUp();
    for (const n of [0, 2, 4, 6]) await share(n, [ADDRESS]);
    expect(told).toEqual([]);
    expect(await membersAt(ADDRESS)).toHaveLength(4);
    // The first band was written once, and no later company changed it
    expect(await bandAt(ADDRESS)).toMatchObject({ revision: 1, notified: true });
    for (const n of [1, 3]) await share(n, [ADDRESS]);
    expect(new Set(told)).toEqual(new Set([0, 1, 2, 4, 6].map(codeOf)));
  });

  it('what is written already is not written again', async () => {
    const { share } = await setUp();
    await share(1, [ADDRESS, PERSON]);
    let writes = 0;
    await share(1, [PERSON, ADDRESS], (name) => void (writes += Number(name === 'PutCommand')));
    expect(writes).toBe(0);
    await share(1, [PERSON, { ...ADDRESS, atBank: 'too' }], (name) => void (writes += Number(name === 'PutCommand')));
    // The list, and the one link that has changed
    expect(writes).toBe(2);
  });

  it('nothing is written of a company that is not registered and never was', async () => {
    const { share } = await setUp();
    await share(1, [], (name) => expect(name).not.toBe('PutCommand'));
  });

  it('links and bands of an existing company are renewed before they expire', async () => {
    const { clock, share, bandAt } = await setUp();
    await share(0, [ADDRESS]);
    await share(1, [ADDRESS]);
    clock.endsAt += 90 * 86_400;
    await share(0, [ADDRESS]);
    expect(await bandAt(ADDRESS)).toMatchObject({ expiresAt: clock.endsAt, notified: true });
    await share(0, [ADDRESS], (name) => expect(name).not.toBe('PutCommand'));
  });

  it('an uncertain value counts for no company', async () => {
    const { links, share, bandAt } = await setUp();
    for (let n = 0; n < 3; n += 1) await share(n, [ADDRESS]);
    expect((await share(7, [{ ...ADDRESS, unsure: true }])).bands).toEqual([]);
    expect((await bandAt(ADDRESS))?.band).toEqual(bandOf('address', 'one-address', [0, 1, 2].map(member)));
    expect(await links.firstMembers('address#one-address', 9)).toContainEqual({ ...member(7), unsure: true });
  });

  it('a value’s band counts the companies with a bad sign for which banks also report the value', async () => {
    const { share, bandAt } = await setUp();
    for (let n = 0; n < 2; n += 1) await share(n, [ADDRESS]);
    expect((await share(5, [{ ...ADDRESS, atBank: 'too' }])).bands).toMatchObject([{ badAtBank: 1, atBank: 'too' }]);
    expect((await share(7, [{ ...ADDRESS, atBank: 'alone' }])).bands).toMatchObject([
      { badAtBank: 1, atBank: 'alone' },
    ]);
    const stored = await bandAt(ADDRESS);
    expect(stored?.band).toMatchObject({ badAtBank: 1 });
    expect(stored?.band).not.toHaveProperty('atBank');
  });

  it('a value’s band shows whether a bank alone reports the value for most companies with a bad sign', async () => {
    const { share, bandAt } = await setUp();
    for (let n = 0; n < 2; n += 1) await share(n, [ADDRESS]);
    for (const n of [5, 7, 9]) await share(n, [{ ...ADDRESS, atBank: 'alone' }]);
    expect((await bandAt(ADDRESS))?.band).toMatchObject({ badOnlyAtBank: true });
    expect((await share(3, [ADDRESS])).bands).toMatchObject([{ badOnlyAtBank: true }]);
  });

  it('a hub costs no more for each company than a ring', async () => {
    const costOf = async (size: number) => {
      const { told, share } = await setUp();
      let requests = 0;
      for (let n = 0; n < size; n += 1) await share(n, [ADDRESS], () => void (requests += 1));
      return { requests: requests / size, told: told.length / size };
    };
    const ring = await costOf(10);
    const hub = await costOf(MEMBERS_COUNTED * 8);
    expect(hub.requests).toBeLessThanOrEqual(ring.requests);
    expect(hub.told).toBeLessThanOrEqual(ring.told * 2);
  });
});

/** More requests than any run of these tests makes. */
const EVERY_REQUEST = Array.from({ length: 16 }, (_, n) => n);

describe('runs that meet', () => {
  it.each(EVERY_REQUEST)(
    'a company that joins a value while another one leaves it, after its request %i',
    async (n) => {
      const { share, told, bandAt, membersAt } = await setUp();
      await share(1, [PERSON]);
      const leaving = holdingAfter(n, () => share(1, []));
      const { bands } = await share(2, [PERSON], leaving.watch);
      await leaving.done();
      expect(await membersAt(PERSON)).toEqual([codeOf(2)]);
      const alone = bandOf('person', 'one-person', [member(2)]);
      expect((await bandAt(PERSON))?.band ?? alone).toEqual(alone);
      // Who has read another band is told, and reads it again
      if (JSON.stringify(bands) !== JSON.stringify([alone])) expect(told).toContain(codeOf(2));
    },
  );

  it.each(EVERY_REQUEST)('two companies that join a value at once, one after request %i of the other', async (n) => {
    const { share, told, bandAt } = await setUp();
    const read = new Map<number, unknown>();
    const joining = holdingAfter(n, async () => read.set(3, (await share(3, [PERSON])).bands));
    read.set(1, (await share(1, [PERSON], joining.watch)).bands);
    await joining.done();
    const both = bandOf('person', 'one-person', [member(1), member(3)]);
    expect(await bandAt(PERSON)).toMatchObject({ band: both, notified: true });
    for (const one of [1, 3]) {
      if (JSON.stringify(read.get(one)) !== JSON.stringify([both])) expect(told).toContain(codeOf(one));
    }
  });

  it.each(EVERY_REQUEST)('two runs of one company, whose facts change after request %i of the first', async (n) => {
    const { share, told, bandAt, membersAt } = await setUp();
    await share(3, [PERSON]);
    let values = [PERSON];
    const newer = holdingAfter(n, () => {
      values = [OTHER];
      return share(1, () => values);
    });
    await share(1, () => values, newer.watch);
    await newer.done();
    expect(await membersAt(PERSON)).toEqual([codeOf(3)]);
    expect(await membersAt(OTHER)).toEqual([codeOf(1)]);
    const alone = bandOf('person', 'one-person', [member(3)]);
    expect((await bandAt(PERSON))?.band ?? alone).toEqual(alone);
    const wrote = (await bandAt(PERSON))?.revision ?? 0;
    if (wrote > 1) expect(told).toContain(codeOf(3));
  });

  it.each(EVERY_REQUEST)(
    'a run that ends before its request %i, and whose message never comes again, before a run of other facts',
    async (n) => {
      const { share, told, bandAt, membersAt } = await setUp();
      await share(1, [PERSON]);
      await share(3, [PERSON]);
      told.length = 0;
      await share(1, [{ ...PERSON, atBank: 'too' }, OTHER], endingAt(n)).catch(() => undefined);
      await share(1, [ADDRESS]);
      expect(await Promise.all([PERSON, OTHER, ADDRESS].map(membersAt))).toEqual([[codeOf(3)], [], [codeOf(1)]]);
      expect(await bandAt(PERSON)).toMatchObject({
        band: bandOf('person', 'one-person', [member(3)]),
        notified: true,
      });
      expect(told).toContain(codeOf(3));
    },
  );

  it('runs that end anywhere, first with other facts and then with those of before, have nothing left untold', async () => {
    for (const first of EVERY_REQUEST) {
      for (const second of EVERY_REQUEST) {
        const { share, told, bandAt, membersAt } = await setUp();
        await share(1, [PERSON]);
        await share(3, [PERSON]);
        const before = await bandAt(PERSON);
        told.length = 0;
        await share(1, [], endingAt(first)).catch(() => undefined);
        await share(1, [PERSON], endingAt(second)).catch(() => undefined);
        await share(1, [PERSON]);
        expect(await membersAt(PERSON)).toEqual([codeOf(1), codeOf(3)]);
        expect(await bandAt(PERSON)).toMatchObject({ band: before?.band, notified: true });
        if ((await bandAt(PERSON))?.revision !== before?.revision) expect(told).toContain(codeOf(3));
      }
    }
  });

  it('a slow run whose facts are older, and which is ended before it finds that, leaves nothing', async () => {
    const { share, membersAt } = await setUp();
    let requests = 0;
    const slow = share(1, [PERSON], async (name) => {
      if (name !== 'PutCommand') return;
      requests += 1;
      // Its list is written, and its link is on its way
      if (requests === 2) await share(1, [OTHER]);
      if (requests > 2) throw new Error('the function has ended');
    });
    await expect(slow).rejects.toThrow('the function has ended');
    expect(await Promise.all([PERSON, OTHER].map(membersAt))).toEqual([[], [codeOf(1)]]);
  });
});

/** Does something else before the request of that number, or when there is no such request. */
function holdingAfter(n: number, work: () => Promise<unknown>) {
  let requests = 0;
  let isDone = false;
  const once = async () => {
    if (isDone) return;
    isDone = true;
    await work();
  };
  return {
    watch: async () => {
      requests += 1;
      if (requests === n + 1) await once();
    },
    done: once,
  };
}

/** Ends the run before its request of that number. */
function endingAt(n: number): Watch {
  let requests = 0;
  return () => {
    requests += 1;
    if (requests > n) throw new Error('the function has ended');
  };
}
