import { describe, expect, it } from 'vitest';
import { flagged, POLICE, VCB } from '#test/support/flagged.ts';

const NOTICE_POINTS = [
  'before bank-notices are sent',
  'after bank-notices are sent',
  'before a notice is written',
  'after a notice is written',
  'before deliveries are sent',
  'after deliveries are sent',
];
const crash = () => {
  throw new Error('crash');
};
const LISTED = { bank: '970436', accountNumber: '777888999', code: 4, on: '2025-12-20', until: '2026-06-19' };

/** The flagged company's notice near its last day, and the notice of an account whose listing ends the day before. */
async function nearTheEnd() {
  const run = await flagged({ asOf: 'real' });
  await run.reply(POLICE, '/v1/suspicious-accounts', LISTED);
  run.sent.length = 0;
  const messagesAbout = (id: unknown) =>
    run.sent.filter(({ queue, body }) => queue === 'deliveries' && JSON.stringify(body).includes(String(id)));
  return { ...run, messagesAbout };
}

describe('a crash at any point', () => {
  it.each(NOTICE_POINTS)(
    '%s in the daily sweep, each notice in force is renewed and each ended one expires once, with a message',
    async (point) => {
      const run = await nearTheEnd();
      run.at(point, crash);
      await run.morning('2026-06-20');
      expect(run.notPassed()).toEqual([]);
      const feed = await run.feed(VCB);
      expect(feed).toHaveLength(2);
      expect(feed).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            accountNumber: '0001112223',
            state: 'in_force',
            sequence: 2,
            expiresOn: '2026-12-17',
          }),
          expect.objectContaining({
            accountNumber: '777888999',
            state: 'expired',
            sequence: 2,
            expiresOn: '2026-06-19',
          }),
        ]),
      );
      for (const { id } of feed) expect(run.messagesAbout(id)).not.toEqual([]);
      expect(await run.notices.toReview('2026-12-02')).toEqual([]);
    },
  );

  it.each(['before companies are sent', 'after companies are sent', ...NOTICE_POINTS])(
    '%s after a dismissal, the notices of police and bank are withdrawn once, and both receivers get a message',
    async (point) => {
      const run = await nearTheEnd();
      run.at(point, crash);
      await run.decide(POLICE, { outcome: 'dismissed' });
      expect(run.notPassed()).toEqual([]);
      const ofCompany = (await run.feed(VCB)).find(({ accountNumber }) => accountNumber === '0001112223');
      expect(ofCompany).toMatchObject({ state: 'withdrawn', sequence: 2 });
      const [ofPolice] = await run.feed(POLICE);
      expect(ofPolice).toMatchObject({ state: 'withdrawn', sequence: 2 });
      for (const notice of [ofCompany, ofPolice]) expect(run.messagesAbout(notice?.['id'])).not.toEqual([]);
    },
  );

  it.each([
    'before companies are sent',
    'after companies are sent',
    'before bank-notices are sent',
    'after bank-notices are sent',
  ])(
    '%s after changed settings, every company and every bank notice is checked, and no valid notice changes',
    async (point) => {
      const run = await nearTheEnd();
      run.at(point, crash);
      run.waiting.get('sweeps')?.push({ body: { reason: 'settings-changed' }, sentAt: 0, delaySeconds: 0 });
      await run.settle();
      run.clock.now = new Date(run.clock.now.getTime() + 900_000);
      await run.settle();
      expect(run.notPassed()).toEqual([]);
      expect((await run.feed(VCB)).map(({ sequence, state }) => [sequence, state])).toEqual([
        [1, 'in_force'],
        [1, 'in_force'],
      ]);
      expect(await run.feed(POLICE)).toMatchObject([{ sequence: 1 }]);
      const asked = run.sent.map(({ queue }) => queue);
      expect(asked).toContain('companies');
      expect(asked.filter((queue) => queue === 'bank-notices').length).toBeGreaterThanOrEqual(2);
    },
  );
});
