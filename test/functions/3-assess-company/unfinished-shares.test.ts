import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leaveValues, shareValues } from '#functions/3-assess-company/share-values.ts';
import { linksTable } from '#shared/tables/links.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const PERSON: SharedValue = { kind: 'person', ref: 'one-person' };
const member = (n: number) => ({ enterpriseCode: `090000000${n}`, registeredOn: '2025-03-01', badSigns: 2 });

async function setUp() {
  const { db, createTable } = memoryDatabase();
  const links = linksTable(db, await createTable('links'), UNCHANGED_REFERENCES);
  const told: string[] = [];
  const delays: number[] = [];
  const clock = { now: new Date('2026-01-05T03:00:00Z') };
  const ports = {
    links,
    assess: async (messages: readonly { enterpriseCode: string }[], delaySeconds = 0) => {
      told.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
      if (messages.length > 0) delays.push(delaySeconds);
    },
    now: () => clock.now,
    newId: randomUUID,
    settlingSeconds: 900,
    expiry: () => 2_000_000_000,
  };
  const share = (
    n: number,
    values: readonly SharedValue[],
    earlier: Partial<Parameters<typeof shareValues>[2]> = {},
    own: Partial<typeof ports> = {},
  ) => shareValues(member(n), values, { before: [], again: false, ...earlier }, { ...ports, ...own });
  const leave = (n: number, earlier?: Parameters<typeof leaveValues>[1], own: Partial<typeof ports> = {}) =>
    leaveValues(member(n).enterpriseCode, earlier, { ...ports, ...own });
  const counted = () => links.counted('person#one-person', 9);
  return { links, told, delays, clock, share, leave, counted };
}

class Ended extends Error {}

describe('a try that ended before its assessment was stored, and whose message never came again', () => {
  it('its links are written over by the next run, whose own facts are those of the stored assessment', async () => {
    const { share, counted, links } = await setUp();
    const { links: before } = await share(1, [PERSON]);
    await share(2, [PERSON]);
    const { stored, members } = await counted();
    const ending = { ...links, writeBand: async () => Promise.reject(new Ended()) };
    await expect(share(1, [{ ...PERSON, atBank: 'too' }], { before }, { links: ending })).rejects.toThrow(Ended);
    expect((await counted()).members).not.toEqual(members);
    await share(1, [PERSON], { before });
    expect((await counted()).members).toEqual(members);
    expect((await counted()).stored).toMatchObject({ band: stored?.band, notified: true });
  });

  it('the members are told by the next run of a band that the try has written', async () => {
    const { share, counted, told } = await setUp();
    const { links: before } = await share(1, [PERSON]);
    await share(2, [PERSON]);
    const { stored } = await counted();
    told.length = 0;
    const assess = async () => Promise.reject(new Ended());
    await expect(share(1, [{ ...PERSON, atBank: 'too' }], { before }, { assess })).rejects.toThrow(Ended);
    expect((await counted()).stored).toMatchObject({ band: { badAtBank: 1 }, notified: false });
    await share(1, [PERSON], { before });
    expect((await counted()).stored).toMatchObject({ band: stored?.band, notified: true });
    expect(told).toEqual([member(2).enterpriseCode]);
  });

  it('its links are taken back where the company shares nothing by its stored assessment', async () => {
    const { share, links } = await setUp();
    await expect(
      share(1, [PERSON], {}, { links: { ...links, counted: async () => Promise.reject(new Ended()) } }),
    ).rejects.toThrow(Ended);
    expect(await links.companiesOf('person#one-person')).toEqual([member(1).enterpriseCode]);
    await share(1, []);
    expect(await links.companiesOf('person#one-person')).toEqual([]);
  });

  it('its links are taken back although the company is gone and its assessment is deleted', async () => {
    const { share, leave, counted, links } = await setUp();
    const { links: before } = await share(1, [PERSON]);
    await share(2, [PERSON]);
    expect(await leave(1, { before, again: false })).toBe(false);
    const markWritten = async () => Promise.reject(new Ended());
    await expect(share(1, [PERSON], { before }, { links: { ...links, markWritten } })).rejects.toThrow(Ended);
    expect((await counted()).members).toHaveLength(2);
    await leave(1);
    expect((await counted()).members).toMatchObject([member(2)]);
    expect(await links.areUnsure(member(1).enterpriseCode, [])).toBe(false);
  });

  it('nothing is written of a company that is not registered and never was', async () => {
    const { leave, links } = await setUp();
    const claim = async () => Promise.reject(new Ended());
    expect(await leave(1, undefined, { links: { ...links, claim } })).toBe(false);
  });

  it('a run whose facts are the stored ones writes nothing where no other try has begun', async () => {
    const { share, links } = await setUp();
    const { links: before } = await share(1, [PERSON, { kind: 'address', ref: 'one-address' }]);
    const writesNothing = { ...links, record: async () => Promise.reject(new Ended()) };
    const values: SharedValue[] = [{ kind: 'address', ref: 'one-address' }, PERSON];
    await expect(share(1, [PERSON], {}, { links: writesNothing })).rejects.toThrow(Ended);
    await share(1, values, { before: before.toReversed() });
    const unwritten = { ...links, claim: async () => Promise.reject(new Ended()) };
    expect((await share(1, values, { before }, { links: unwritten })).links).toHaveLength(2);
  });

  it('an older run that writes its links after those of a newer one has the company assessed again', async () => {
    const { share, counted, links, told, delays } = await setUp();
    const now: SharedValue[] = [{ kind: 'address', ref: 'one-address' }];
    const stored = new Array<Awaited<ReturnType<typeof share>>>();
    const slow = {
      ...links,
      record: async (...written: Parameters<typeof links.record>) => {
        stored.push(await share(1, now, { again: true }));
        await links.record(...written);
      },
    };
    await share(1, [PERSON], {}, { links: slow });
    expect((await counted()).members).toHaveLength(1);
    expect(new Set(told)).toEqual(new Set([member(1).enterpriseCode]));
    // The newer run did not know whether the older one would ask by itself
    expect(delays).toEqual([180, 0]);
    await share(1, now, { before: stored[0]?.links ?? [] });
    expect((await counted()).members).toEqual([]);
  });
});

describe('an older run that writes its links after those of a newer one and is ended before it has marked them', () => {
  const NOW: SharedValue[] = [{ kind: 'address', ref: 'one-address' }];

  /** The newer run ends while the older one is slow, and the older one is ended after its write. */
  async function endedAfterWriting() {
    const run = await setUp();
    const { links, share } = run;
    const stored = await new Promise<Awaited<ReturnType<typeof share>>>((resolve, reject) => {
      const record = async (...written: Parameters<typeof links.record>) => {
        const newer = await share(1, NOW, { again: true });
        await links.record(...written);
        resolve(newer);
        await new Promise(() => undefined);
      };
      share(1, [PERSON], {}, { links: { ...links, record } }).catch(reject);
    });
    return { ...run, before: stored.links };
  }

  it('the newer run has the company assessed once more when the older one can write no longer', async () => {
    const { told, delays, clock, links, share, counted, before } = await endedAfterWriting();
    expect((await counted()).members).toHaveLength(1);
    expect(told).toEqual([member(1).enterpriseCode]);
    expect(delays).toEqual([180]);

    clock.now = new Date(clock.now.getTime() + 180_000);
    await share(1, NOW, { before });
    expect((await counted()).members).toEqual([]);
    expect(told).toHaveLength(1);

    // Nothing is written any more, because the older run is forgotten
    const unwritten = { ...links, claim: async () => Promise.reject(new Ended()) };
    await share(1, NOW, { before }, { links: unwritten });
  });

  it('each run until then asks for that, because it may have read its facts after the message was sent', async () => {
    const { told, delays, clock, share, before } = await endedAfterWriting();
    clock.now = new Date(clock.now.getTime() + 60_000);
    await share(1, NOW, { before });
    expect(told).toHaveLength(2);
    expect(delays).toEqual([180, 120]);
  });

  it('a run that fails says that it writes no longer', async () => {
    const { links, share, told, delays } = await setUp();
    const failing = { ...links, remove: async () => Promise.reject(new Ended()) };
    await expect(share(1, [PERSON], {}, { links: failing })).rejects.toThrow(Ended);
    await share(1, NOW, { again: true });
    expect([told, delays]).toEqual([[], []]);
  });

  it('a run that could claim nothing leaves nothing behind', async () => {
    const { links, share } = await setUp();
    const failing = { ...links, claim: async () => Promise.reject(new Ended()) };
    await expect(share(1, [PERSON], {}, { links: failing })).rejects.toThrow(Ended);
    expect(await links.areUnsure(member(1).enterpriseCode, [])).toBe(false);
  });
});
