import { beforeEach, describe, expect, it } from 'vitest';
import { anEntry, type Appender, appender } from '#test/support/transparency-log/appender.ts';

const crash = () => {
  throw new Error('killed');
};
const POINTS = ['writePage', 'moveHead', 'put', 'remember', 'publish'].flatMap((name) => [
  `before ${name}`,
  `after ${name}`,
]);
const many = (count: number, from = 0) => Array.from({ length: count }, (_, n) => anEntry(from + n));

describe('the verifiable log', () => {
  let one: Appender;
  beforeEach(async () => {
    one = await appender();
  });

  it('the verifiable log has every entry once, in pages of any size, and passes its audit after each page', async () => {
    for (const [from, count] of [
      [0, 1],
      [1, 254],
      [255, 1],
      [256, 300],
      [556, 5],
    ] as const) {
      await one.append(...many(count, from));
      expect(one.check()).toMatchObject({ faults: [], entries: from + count });
    }
    expect((await one.log.places([anEntry(560).id])).get(anEntry(560).id)).toMatchObject({ index: 560 });
    expect(await one.ids()).toHaveLength(561);
  });

  it('the verifiable log recognises repeated entries: of looked-up kinds always, of verdicts while they are recent', async () => {
    const verdicts = Array.from({ length: 3 }, (_, n) => anEntry(n, 'verdict-reached'));
    await one.append(...many(3), ...verdicts, anEntry(1));
    await one.append(...verdicts, ...many(4));
    await one.append(...many(4));
    expect(one.check()).toMatchObject({ faults: [], entries: 7 });
  });

  it.each(POINTS)('the verifiable log loses and doubles nothing when its writer is killed %s', async (point) => {
    await one.append(...many(5));
    one.at(point, crash);
    await one.append(...many(3, 5)).catch(() => {});
    // The message is delivered again together with others
    await one.append(...many(5, 5));
    expect(one.check()).toMatchObject({ faults: [], entries: 10 });
    expect(new Set(await one.ids()).size).toBe(10);
    for (let n = 0; n < 10; n += 1) expect((await one.log.places([anEntry(n).id])).size).toBe(1);
  });

  it.each(POINTS)(
    'the verifiable log is complete after its first message was delivered again after a kill %s',
    async (point) => {
      one.at(point, crash);
      await one.append(...many(3)).catch(() => {});
      await one.append(...many(3));
      expect(one.check()).toMatchObject({ faults: [], entries: 3 });
    },
  );

  it.each([1, 2, 3, 4, 5])('the verifiable log is complete after a kill at object %i of a later page', async (nth) => {
    await one.append(...many(5));
    let puts = 0;
    const dieAtNth = () => {
      puts += 1;
      if (puts === nth) throw new Error('killed');
      one.at('before put', dieAtNth);
    };
    one.at('before put', dieAtNth);
    await one.append(...many(3, 5)).catch(() => {});
    one.at('before put', () => undefined);
    await one.append(...many(3, 5));
    expect(one.check()).toMatchObject({ faults: [], entries: 8 });
  });

  it.each(POINTS)('the verifiable log stays one log when another writer overtakes at %s', async (point) => {
    await one.append(...many(5));
    one.at(point, async () => one.append(...many(2, 100), anEntry(6)));
    await one.append(...many(3, 5));
    await one.append(...many(1, 200));
    expect(one.check()).toMatchObject({ faults: [], entries: 11 });
    expect(new Set(await one.ids()).size).toBe(11);
  });

  it('the verifiable log publishes an entry whose writer was killed before its repetition counts as done', async () => {
    await one.append(...many(5));
    one.at('before places', async () => {
      one.at('after publish', crash);
      await one.append(...many(1, 5)).catch(() => {});
    });
    await one.append(...many(1, 5));
    expect(one.check()).toMatchObject({ faults: [], entries: 6 });
  });

  it('the verifiable log loses no verdict whose place was taken by a page of the same length', async () => {
    const [own, first, second] = [1, 2, 3].map((n) => anEntry(n, 'verdict-reached'));
    if (!own || !first || !second) throw new RangeError('three entries');
    one.at('after writePage', async () => {
      await one.append(first);
      await one.append(second);
    });
    await one.append(own);
    expect(one.check()).toMatchObject({ faults: [], entries: 3 });
    await one.append(own, first, second);
    expect(one.check()).toMatchObject({ faults: [], entries: 3 });
  });

  it('the verifiable log stays one log under many writers at once', async () => {
    const writers = Array.from({ length: 6 }, (_, n) => one.append(...many(10, n * 5)).catch(() => 'given back'));
    const given = await Promise.all(writers);
    for (const [n, outcome] of given.entries()) if (outcome === 'given back') await one.append(...many(10, n * 5));
    expect(one.check()).toMatchObject({ faults: [], entries: 35 });
  });

  it('the verifiable log divides entries that are too large for one page', async () => {
    const says = { notices: Array.from({ length: 100 }, (_, n) => `${n}`.padStart(180, '0')) };
    await one.append(...many(60).map((entry) => ({ ...entry, says })));
    expect(one.check()).toMatchObject({ faults: [], entries: 60 });
    expect((await one.log.lastPages(9)).length).toBeGreaterThan(2);
  });

  it('the verifiable log looks through a page of its entries once, however often it looks for an entry', async () => {
    await one.append(...many(3));
    const [first] = await one.log.lastPages(8);
    await one.append(...many(3, 5));
    const [second, firstAgain] = await one.log.lastPages(8);
    expect([first?.ids.length, second?.ids.length]).toEqual([3, 3]);
    expect(firstAgain).toBe(first);
  });

  it('the verifiable log signs nothing while a tile is missing', async () => {
    await one.append(...many(5));
    one.bucket.delete('tile/entries/000.p/5');
    await expect(one.append(...many(1, 5))).rejects.toThrow(/^/u);
    expect((await one.log.head())?.checkpoint).toBeUndefined();
  });
});
