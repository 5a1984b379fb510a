import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { shareValues } from '#functions/3-assess-company/share-values.ts';
import { bandOf, MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';
import { linksTable } from '#shared/tables/links.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const VALUES = [{ kind: 'address' as const, ref: 'one-address' }];
const member = (n: number) => ({
  enterpriseCode: `09${String(n).padStart(8, '0')}`,
  registeredOn: '2025-03-01',
  badSigns: n % 2,
});

async function setUp() {
  const { db, createTable } = memoryDatabase();
  const counted = { requests: 0, notified: new Array<string>() };
  const counting = Object.assign(Object.create(db) as DynamoDBDocumentClient, {
    send: (...sent: Parameters<typeof db.send>) => {
      counted.requests += 1;
      return db.send(...sent);
    },
  });
  const links = linksTable(counting, await createTable('links'), UNCHANGED_REFERENCES);
  const assess = async (messages: readonly { enterpriseCode: string }[]) => {
    counted.notified.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
  };
  const ports = {
    links,
    assess,
    expiry: () => 2_000_000_000,
    settlingSeconds: 0,
    newId: randomUUID,
    now: () => new Date('2026-01-05T03:00:00Z'),
  };
  const share = (n: number, before = new Array<{ value: string; fingerprint: string }>()) =>
    shareValues(member(n), VALUES, { before, again: false }, ports);
  return { counted, links, share, ports };
}

describe('the values a company shares', () => {
  it('a shared value ends in the same band whatever the order of its companies, at once or one by one', async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => n);
    const expected = bandOf('address', 'one-address', numbers.map(member));
    const oneByOne = await setUp();
    for (const n of numbers.toReversed()) await oneByOne.share(n);
    const atOnce = await setUp();
    await Promise.all(numbers.map((n) => atOnce.share(n)));
    for (const { links } of [oneByOne, atOnce]) {
      expect((await links.counted('address#one-address', 1)).stored?.band).toEqual(expected);
      expect((await links.counted('address#one-address', 1)).stored?.notified).toBe(true);
    }
  });

  it('only a change of band has the other companies assessed again', async () => {
    const { counted, share } = await setUp();
    for (let n = 0; n < 5; n += 1) await share(n);
    const { links } = await share(5);
    counted.notified.length = 0;
    await share(5, links);
    expect(counted.notified).toEqual([]);
  });

  it('nobody is assessed again because an honest company joins other honest ones at an address', async () => {
    const { counted, links, share } = await setUp();
    for (const n of [0, 2, 4, 6]) await share(n);
    expect(counted.notified).toEqual([]);
    const { stored, members } = await links.counted('address#one-address', 9);
    expect(members).toHaveLength(4);
    // The first band was written once, and no later company changed it
    expect(stored).toMatchObject({ revision: 1, notified: true });
    for (const n of [1, 3]) await share(n);
    expect(new Set(counted.notified)).toEqual(new Set([0, 1, 2, 4, 6].map((n) => member(n).enterpriseCode)));
  });

  it('the links of a try that failed before its assessment was stored are deleted', async () => {
    const { links, share, ports } = await setUp();
    await share(0);
    await share(1);
    // The facts have changed meanwhile, and no stored assessment has the first value
    await shareValues(
      member(1),
      [{ kind: 'address', ref: 'another' }],
      { before: [], again: true },
      { ...ports, assess: async () => undefined },
    );
    expect(await links.companiesOf('address#one-address')).toEqual([member(0).enterpriseCode]);
    expect(await links.companiesOf('address#another')).toEqual([member(1).enterpriseCode]);
    expect((await links.counted('address#one-address', 9)).stored?.band.size).toBe(1);
  });

  it('links and bands of an existing company are renewed before they expire', async () => {
    const { links, ports } = await setUp();
    const endsOn = { now: 2_000_000_000 };
    const shared = (n: number, before: Parameters<typeof shareValues>[2]['before']) =>
      shareValues(member(n), VALUES, { before, again: false }, { ...ports, expiry: () => endsOn.now });
    const [first, second] = [await shared(0, []), await shared(1, [])];
    endsOn.now += 90 * 86_400;
    await shared(0, first.links);
    await shared(1, second.links);
    expect((await links.bands(['address#one-address'])).get('address#one-address')).toMatchObject({
      expiresAt: endsOn.now,
      notified: true,
    });
    const renewed = await shared(0, first.links);
    expect((await shared(0, renewed.links)).links).toEqual(renewed.links);
  });

  it('an uncertain value counts for no company', async () => {
    const { links, share, ports } = await setUp();
    for (let n = 0; n < 3; n += 1) await share(n);
    const unsure = await shareValues(member(7), [{ ...VALUES[0]!, unsure: true }], { before: [], again: false }, ports);
    expect(unsure.bands).toEqual([]);
    expect((await links.counted('address#one-address', 1)).stored?.band).toEqual(
      bandOf('address', 'one-address', [0, 1, 2].map(member)),
    );
    expect(await links.firstMembers('address#one-address', 9)).toContainEqual({ ...member(7), unsure: true });
  });

  it('a value’s band counts the companies with a bad sign for which banks also report the value', async () => {
    const { links, share, ports } = await setUp();
    for (let n = 0; n < 2; n += 1) await share(n);
    const sharedWith = (n: number, atBank: 'too' | 'alone') =>
      shareValues(member(n), [{ ...VALUES[0]!, atBank }], { before: [], again: false }, ports);
    expect((await sharedWith(5, 'too')).bands).toMatchObject([{ badAtBank: 1, atBank: 'too' }]);
    expect((await sharedWith(7, 'alone')).bands).toMatchObject([{ badAtBank: 1, atBank: 'alone' }]);
    const { stored } = await links.counted('address#one-address', 1);
    expect(stored?.band).toMatchObject({ badAtBank: 1 });
    expect(stored?.band).not.toHaveProperty('atBank');
  });

  it('a value’s band shows whether a bank alone reports the value for most companies with a bad sign', async () => {
    const { links, share, ports } = await setUp();
    for (let n = 0; n < 2; n += 1) await share(n);
    const value = { ...VALUES[0]!, atBank: 'alone' } as const;
    for (const n of [5, 7, 9]) await shareValues(member(n), [value], { before: [], again: false }, ports);
    expect((await links.counted('address#one-address', 1)).stored?.band).toMatchObject({ badOnlyAtBank: true });
    expect((await share(3)).bands).toMatchObject([{ badOnlyAtBank: true }]);
  });

  it('a hub costs no more for each company than a ring', async () => {
    const costOf = async (size: number) => {
      const { counted, share } = await setUp();
      for (let n = 0; n < size; n += 1) await share(n);
      return { requests: counted.requests / size, notified: counted.notified.length / size };
    };
    const ring = await costOf(10);
    const hub = await costOf(MEMBERS_COUNTED * 8);
    expect(hub.requests).toBeLessThanOrEqual(ring.requests);
    expect(hub.notified).toBeLessThanOrEqual(ring.notified * 2);
  });
});
