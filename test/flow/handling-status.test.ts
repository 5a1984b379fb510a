import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHandler as recordReply } from '#functions/record-reply/handler.ts';
import type { ReplyRecorded } from '#shared/contracts/replies.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { bankNotices } from '#test/support/bank-notices.ts';
import { bodyOf } from '#test/support/http.ts';
import { receiverApi } from '#test/support/receiver-api.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const BANKS = ['970436', '970418'] as const;
const ACCOUNTS = BANKS.map((bank) => ({ bank, accountNumber: '0001111', ref: `k1-${contentId({ bank })}` }));
type Account = (typeof ACCOUNTS)[number];
const scopeOf = (bank: string) => `receiver/bank.${bank}`;
const idOf = ({ bank, ref }: Account) => noticeIdOf(bankReceiver(bank), ref);

/** The steps that a bank's notice lives through, over real tables; replies wait in a list that is handed on in any order. */
async function world() {
  const { notices, replies, sentReplies: waiting, clock, call } = await receiverApi();
  clock.now = new Date('2026-01-05T03:00:00.000Z');
  const step = bankNotices(notices, clock);
  const hear = recordReply({
    replies,
    notices,
    reviews: { write: async () => true },
    companies: { record: async () => {} },
    accounts: { record: async () => {}, concernedBy: async () => ({ companies: [], listed: false }) },
    assess: async () => {},
    notifyBanks: async () => {},
    enter: async () => {},
    hash: keyedHash('a secret for tests'),
    expiry: () => 2_000_000_000,
    outcomes: { record: async () => {} },
    rulesDayOf: () => '2026-01-05',
    now: () => clock.now,
    park: async () => {},
  });
  return {
    notices,
    step,
    clock,
    waiting,
    call,
    hear: async (message: ReplyRecorded) => hear(sqsEvent(record('m', message)), lambdaContext()),
    states: async () =>
      new Map(
        await Promise.all(
          ACCOUNTS.map(async (one) => [idOf(one), await notices.get(bankReceiver(one.bank), idOf(one))] as const),
        ),
      ),
  };
}

const account = fc.constantFrom(...ACCOUNTS);
const bank = fc.constantFrom(...BANKS);
const older = fc.constantFrom(0, 0, 0, 1);
/** Mostly of the account's own bank. */
const addressed = account.chain((one) =>
  fc.tuple(fc.constant(one), fc.constantFrom(one.bank, one.bank, one.bank, ...BANKS)),
);
const change = fc.record({
  kind: fc.constant('facts' as const),
  account,
  flagged: fc.boolean(),
  code: fc.integer({ min: 0, max: 3 }),
  forgotten: fc.constantFrom(false, false, true),
});
const acknowledge = fc.record({ kind: fc.constant('acknowledge' as const), addressed, older });
const decide = fc.record({
  kind: fc.constant('decide' as const),
  addressed,
  older,
  outcome: fc.constantFrom('acted', 'rejected'),
});
const operation = fc.oneof(
  { weight: 3, arbitrary: change },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days' as const), days: fc.constantFrom(1, 30, 200) }) },
  acknowledge,
  { weight: 8, arbitrary: decide },
  fc.record({ kind: fc.constant('read' as const), bank }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('hear' as const), which: fc.nat(), twice: fc.boolean() }) },
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;
type World = Awaited<ReturnType<typeof world>>;

/** What each receiver last said of the newest sequence, by its notice. */
type Said = Map<
  string,
  { sequence: number; handlingStatus: 'issued' | 'delivered' | 'acknowledged' | 'acted' | 'rejected' }
>;
const RANK = { issued: 0, delivered: 1, acknowledged: 2, acted: 3, rejected: 3 } as const;

function say(
  said: Said,
  id: string,
  newest: number,
  handlingStatus: 'delivered' | 'acknowledged' | 'acted' | 'rejected',
): void {
  const before = said.get(id);
  if (before?.sequence === newest && RANK[before.handlingStatus] > RANK[handlingStatus]) return;
  said.set(id, { sequence: newest, handlingStatus });
}

async function perform(one: Operation, run: World, said: Said): Promise<void> {
  switch (one.kind) {
    case 'days': {
      run.clock.now = new Date(run.clock.now.getTime() + one.days * 86_400_000);
      const today = dayInVietnam(run.clock.now);
      for (const { receiver, subject } of await run.notices.toReview(today))
        await run.step.touch({ accountRef: subject, bank: receiver.slice(5) });
      for (const notice of (await run.states()).values())
        expect(notice?.state === 'in_force' && (notice.expiresOn ?? '') < today).toBe(false);
      return;
    }
    case 'facts': {
      const { ref, bank: home, accountNumber } = one.account;
      if (one.forgotten) run.step.known.delete(ref);
      else
        run.step.known.set(ref, {
          bank: home,
          accountNumber,
          company: { verdict: one.flagged ? 'flagged' : 'clear' },
          listings: one.code === 0 ? [] : [{ code: one.code, on: '2026-01-01', by: 'police' }],
        });
      await run.step.touch({ accountRef: ref });
      return;
    }
    case 'acknowledge':
    case 'decide': {
      const [about, by] = one.addressed;
      const id = idOf(about);
      const own = await run.notices.get(bankReceiver(by), id);
      const newest = own?.sequence ?? 1;
      const named = newest - one.older;
      const isDecision = one.kind === 'decide';
      const body = { sequence: named, ...(isDecision && { outcome: one.outcome, accountStatus: '2' }) };
      const path = `/v1/notices/${id}/${isDecision ? 'decisions' : 'acknowledgements'}`;
      const { statusCode } = await run.call({ method: 'POST', path, scope: scopeOf(by), body });
      if (named === 0) expect(statusCode).toBe(400);
      else if (!own) expect(statusCode).toBe(404);
      // An older one may be known from before: then it is told again and changes nothing
      else if (one.older === 1) expect([202, 409]).toContain(statusCode);
      else expect(statusCode).toBe(202);
      if (own && one.older === 0) say(said, id, newest, isDecision ? one.outcome : 'acknowledged');
      return;
    }
    case 'read': {
      run.clock.now = new Date(run.clock.now.getTime() + 4000);
      const page = bodyOf(await run.call({ path: '/v1/notices', scope: scopeOf(one.bank) }));
      const data = page['data'] as { id: string; sequence: number; bank: string }[];
      expect(new Set(data.map(({ id }) => id)).size).toBe(data.length);
      expect(data.every((notice) => notice.bank === one.bank)).toBe(true);
      await run.call({ path: '/v1/notices', scope: scopeOf(one.bank), query: { cursor: String(page['iterator']) } });
      for (const { id, sequence: read } of data) say(said, id, read, 'delivered');
      return;
    }
    case 'hear': {
      const [message] = run.waiting.splice(one.which % Math.max(1, run.waiting.length), 1);
      if (!message) return;
      await run.hear(message);
      if (one.twice) run.waiting.push(message);
    }
  }
}

/** What must hold whatever has come. */
function expectSound(
  one: Operation,
  before: Map<string, Notice | undefined>,
  after: Map<string, Notice | undefined>,
): void {
  for (const each of ACCOUNTS) {
    const [was, is] = [before.get(idOf(each)), after.get(idOf(each))];
    if (was) expect(is).toBeDefined();
    const risen = (is?.sequence ?? 0) - (was?.sequence ?? 0);
    expect([0, 1]).toContain(risen);
    if (risen === 0 && was && is) {
      expect({ ...is, handlingStatus: '', repliedAs: '', accountStatus: '' }).toEqual({
        ...was,
        handlingStatus: '',
        repliedAs: '',
        accountStatus: '',
      });
      expect(RANK[is.handlingStatus]).toBeGreaterThanOrEqual(RANK[was.handlingStatus]);
    }
    const mayTouch =
      one.kind === 'days' ||
      one.kind === 'hear' ||
      (one.kind === 'facts' && one.account === each) ||
      (one.kind === 'read' && one.bank === each.bank);
    if (!mayTouch) expect(is).toEqual(was);
  }
}

describe('the handling status of a bank notice', () => {
  it('a bank notice keeps rising sequences, its own replies, the last reply and its end in any order and number of messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 8, maxLength: 40 }), async (operations) => {
        const run = await world();
        const said: Said = new Map();
        const flagged = ACCOUNTS.map(
          (one) => ({ kind: 'facts', account: one, flagged: true, code: 0, forgotten: false }) as const,
        );
        for (const one of [...flagged, ...operations]) {
          const before = await run.states();
          await perform(one, run, said);
          expectSound(one, before, await run.states());
        }
        // Whatever still waits is heard, last come first
        for (const message of run.waiting.splice(0).reverse()) await run.hear(message);
        for (const each of ACCOUNTS) {
          const notice = await run.notices.get(bankReceiver(each.bank), idOf(each));
          if (!notice) continue;
          const last = said.get(notice.noticeId);
          expect(notice.handlingStatus).toBe(last?.sequence === notice.sequence ? last.handlingStatus : 'issued');
          const sent = run.step.delivered.filter(({ noticeId }) => noticeId === notice.noticeId);
          expect(sent.length).toBeGreaterThanOrEqual(notice.sequence);
          expect(sent.every(({ receiver }) => receiver === bankReceiver(each.bank))).toBe(true);
          const facts = run.step.known.get(each.ref);
          const isDue = facts && (facts.company?.verdict === 'flagged' || (facts.listings ?? []).length > 0);
          if (facts && notice.state === 'in_force') expect(isDue).toBe(true);
          const feed = await run.notices.changed(bankReceiver(each.bank), '', '~', 100);
          expect(feed.filter((one) => one.notice.noticeId === notice.noticeId)).toHaveLength(1);
          const waiting = await Promise.all(
            (['issued', 'delivered'] as const).map((handlingStatus) =>
              run.notices.waiting(bankReceiver(each.bank), handlingStatus),
            ),
          );
          const isWaiting = waiting.flat().some(({ noticeId }) => noticeId === notice.noticeId);
          expect(isWaiting).toBe(notice.handlingStatus === 'issued' || notice.handlingStatus === 'delivered');
        }
        expect(run.step.parked).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
