import { describe, expect, it } from 'vitest';
import { provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { filesTable } from '#shared/tables/files.ts';
import { type ReplyItem, repliesTable } from '#shared/tables/replies.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

const BANK = 'bank#970436';
const CODE = '0900000011';
const EXPIRES_AT = 2_000_000_000;
const AT = '2026-01-05T03:00:00.000Z';

const { db, createTable } = memoryDatabase();

describe('a writer that was overtaken', () => {
  it('a notice is not written over a reply that came since it was read, even one with the same status', async () => {
    const { notices } = await newNoticesTable();
    const first = aNotice(BANK, 'an account');
    await notices.write(first, undefined);
    const { noticeId } = first;
    const reply = { receiver: BANK, noticeId, sequence: 1, handlingStatus: 'acted' as const };
    await notices.setHandlingStatus({ ...reply, repliedAs: `${AT}#1` });
    const read = await notices.get(BANK, noticeId);
    if (!read) throw new Error('no notice');
    await notices.setHandlingStatus({ ...reply, repliedAs: `${AT}#2` });
    expect(await notices.write({ ...read, sequence: 2 }, read)).toBe(false);
    expect(await notices.get(BANK, noticeId)).toMatchObject({ sequence: 1, repliedAs: `${AT}#2` });
  });

  it('an assessment is not written over one that has meanwhile told all, and a mark is not set on another one', async () => {
    const assessments = assessmentsTable(db, await createTable('assessments'));
    const store = (revision: number) =>
      assessments.record(assessedCompany(CODE, { revision, notified: false }), EXPIRES_AT);
    expect(await store(1)).toBe(true);
    expect(await assessments.markNotified(assessedCompany(CODE))).toBe(true);
    expect(await store(2)).toBe(false);
    expect(await assessments.get(CODE)).toMatchObject({ revision: 2, notified: true });
    expect(await store(3)).toBe(true);
    expect(await assessments.markNotified(assessedCompany(CODE, { revision: 2 }))).toBe(false);
  });

  it('a survey does not overwrite a profile of the province that it has not read', async () => {
    const files = filesTable(db, await createTable('files'));
    const profile = provinceProfileOf([], { signals: {} });
    expect(await files.writeProfile(profile, undefined)).toBe(true);
    expect(await files.writeProfile(profile, undefined)).toBe(false);
    const read = await files.profile();
    expect(await files.writeProfile(profile, read)).toBe(true);
    expect(await files.writeProfile(profile, read)).toBe(false);
    expect((await files.profile())?.revision).toBe(2);
  });

  it('the first of two replies under one id is stored', async () => {
    const replies = repliesTable(db, await createTable('replies'));
    const reply = { kind: 'acknowledgement', noticeId: 'n', body: { sequence: 1 } } as const;
    const item: ReplyItem = { receiver: BANK, replyId: 'r', reply, fingerprint: 'f', takenAt: AT };
    expect(await replies.record(item, EXPIRES_AT)).toBe(true);
    expect(await replies.record({ ...item, takenAt: '2026-01-06T03:00:00.000Z' }, EXPIRES_AT)).toBe(false);
    expect(await replies.get(BANK, 'r')).toMatchObject({ takenAt: AT });
  });

  it('the first of two decisions that follow the same decision becomes the last one on the notice', async () => {
    const replies = repliesTable(db, await createTable('replies'));
    const on = { receiver: BANK, noticeId: 'n' };
    const decision = (lastId: string) => ({ lastId, fingerprint: lastId, takenAt: AT, outcome: 'acted' });
    expect(await replies.decideLast(on, decision('a'), undefined, EXPIRES_AT)).toBe(true);
    const read = await replies.lastDecision(BANK, 'n');
    expect(await replies.decideLast(on, decision('b'), read, EXPIRES_AT)).toBe(true);
    expect(await replies.decideLast(on, decision('c'), read, EXPIRES_AT)).toBe(false);
    expect(await replies.lastDecision(BANK, 'n')).toMatchObject({ lastId: 'b' });
  });

  it('a decision that is sent again is refused where it was stored meanwhile with a later instant', async () => {
    const replies = repliesTable(db, await createTable('replies'));
    const on = { receiver: BANK, noticeId: 'n' };
    const decision = (takenAt: string) => ({ lastId: 'own-key', fingerprint: 'f', takenAt, outcome: 'acted' });
    expect(await replies.decideLast(on, decision(AT), undefined, EXPIRES_AT)).toBe(true);
    const read = await replies.lastDecision(BANK, 'n');
    expect(await replies.decideLast(on, decision('2026-01-06T03:00:00.002Z'), read, EXPIRES_AT)).toBe(true);
    expect(await replies.decideLast(on, decision('2026-01-06T03:00:00.001Z'), read, EXPIRES_AT)).toBe(false);
    expect(await replies.lastDecision(BANK, 'n')).toMatchObject({ takenAt: '2026-01-06T03:00:00.002Z' });
  });
});
