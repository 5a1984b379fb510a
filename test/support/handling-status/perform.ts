import { expect } from 'vitest';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { bodyOf } from '#test/support/http.ts';
import { ACCOUNTS, noticeIdIn, scopeOf, type BankWorld } from './bank-world.ts';
import type { Operation } from './operations.ts';

/** What each receiver last said of the newest sequence, by its notice. */
export type ShownStatuses = Map<
  string,
  { sequence: number; handlingStatus: 'issued' | 'delivered' | 'acknowledged' | 'acted' | 'rejected' }
>;
const RANK = { issued: 0, delivered: 1, acknowledged: 2, acted: 3, rejected: 3 } as const;

function say(
  said: ShownStatuses,
  id: string,
  newest: number,
  handlingStatus: 'delivered' | 'acknowledged' | 'acted' | 'rejected',
): void {
  const before = said.get(id);
  if (before?.sequence === newest && RANK[before.handlingStatus] > RANK[handlingStatus]) return;
  said.set(id, { sequence: newest, handlingStatus });
}

export async function perform(one: Operation, run: BankWorld, said: ShownStatuses): Promise<void> {
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
      const id = noticeIdIn(about);
      const own = await run.notices.get(bankReceiver(by), id);
      const newest = own?.sequence ?? 1;
      const named = newest - one.older;
      const isDecision = one.kind === 'decide';
      const body = { sequence: named, ...(isDecision && { outcome: one.outcome, accountStatus: '2' }) };
      const path = `/v1/notices/${id}/${isDecision ? 'decisions' : 'acknowledgements'}`;
      const { statusCode } = await run.call({ method: 'POST', path, scope: scopeOf(by), body });
      if (named === 0) expect(statusCode).toBe(400);
      else if (!own) expect(statusCode).toBe(404);
      // The receiver may already have an older one: it is then sent again and changes nothing
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
export function expectSound(
  one: Operation,
  before: Map<string, Notice | undefined>,
  after: Map<string, Notice | undefined>,
): void {
  for (const each of ACCOUNTS) {
    const [was, is] = [before.get(noticeIdIn(each)), after.get(noticeIdIn(each))];
    if (was) expect(is).toBeDefined();
    const risen = (is?.sequence ?? 0) - (was?.sequence ?? 0);
    expect([0, 1]).toContain(risen);
    if (risen === 0 && was && is) {
      const ofReplies = { handlingStatus: '', repliedAs: '', accountStatus: '', revision: 0 };
      expect({ ...is, ...ofReplies }).toEqual({ ...was, ...ofReplies });
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
