import { describe, expect, it } from 'vitest';
import { bandOf } from '#shared/domain/risk/rings/band.ts';
import { ADDRESS, codeOf, companiesSharing, member, OTHER, PERSON } from '#test/support/companies-sharing.ts';
import type { Watch } from '#test/support/watched-database.ts';

/** More requests than any run of these tests makes. */
const EVERY_REQUEST = Array.from({ length: 16 }, (_, n) => n);

describe('runs that meet', () => {
  it.each(EVERY_REQUEST)(
    'a company that joins a value while another one leaves it, after its request %i',
    async (n) => {
      const { share, told, bandAt, membersAt } = await companiesSharing();
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

  it.each([[[]], [[1]]])(
    'two companies that join a value of %j at once, each before any request of the other',
    async (there) => {
      for (const first of EVERY_REQUEST) {
        for (const second of EVERY_REQUEST) {
          const { share, told, bandAt } = await companiesSharing();
          for (const n of there) await share(n, [PERSON]);
          told.length = 0;
          const [one, other] = [pausedBefore(first), pausedBefore(second)];
          const joining = share(3, [PERSON], one.watch);
          await Promise.race([one.reached, joining]);
          const alsoJoining = share(5, [PERSON], other.watch);
          await Promise.race([other.reached, alsoJoining]);
          one.goOn();
          const read = [{ code: codeOf(3), bands: (await joining).bands }];
          other.goOn();
          read.push({ code: codeOf(5), bands: (await alsoJoining).bands });
          const all = bandOf('person', 'one-person', [...there, 3, 5].map(member));
          expect(await bandAt(PERSON)).toMatchObject({ band: all, notified: true });
          for (const { code, bands } of read)
            if (JSON.stringify(bands) !== JSON.stringify([all])) expect(told).toContain(code);
        }
      }
    },
  );

  it.each(EVERY_REQUEST)('two runs of one company, whose facts change after request %i of the first', async (n) => {
    const { share, told, bandAt, membersAt } = await companiesSharing();
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
      const { share, told, bandAt, membersAt } = await companiesSharing();
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
        const { share, told, bandAt, membersAt } = await companiesSharing();
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
    const { share, membersAt } = await companiesSharing();
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

/** Holds a run before its request of that number, until it may go on. */
function pausedBefore(n: number) {
  const [reached, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let requests = 0;
  const watch = async () => {
    requests += 1;
    if (requests !== n + 1) return;
    reached.resolve();
    await free.promise;
  };
  return { watch, reached: reached.promise, goOn: free.resolve };
}

/** Ends the run before its request of that number. */
function endingAt(n: number): Watch {
  let requests = 0;
  return () => {
    requests += 1;
    if (requests > n) throw new Error('the function has ended');
  };
}
