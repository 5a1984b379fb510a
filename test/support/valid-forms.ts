import { storeDrop } from '#test/support/a-drop.ts';
import type { ServePagesPorts } from '#functions/serve-pages/ports.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { aNotice } from './a-notice.ts';
import { aTakingBack } from './desks/a-taking-back.ts';
import { testDesks, type TestDesks } from './desks/test-desks.ts';

const CODE = '0101243150';
const EXPIRY = 2_000_000_000;
const ACCOUNT = { bank: '970436', accountNumber: '0011223344' };
const CASE = noticeIdOf('police', CODE);
const correction: WorklistEntry = {
  kind: 'correction',
  field: 'dateOfBirth',
  current: '1985-03-12',
  proposed: '1985-12-03',
  why: 'Dữ liệu của công an ghi ngày sinh khác.',
  person: 'Nguyễn Văn Mẫu',
};

/** A form as somebody of its desk fills it in, and where it is sent. */
export interface ValidForm {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Desks at which each form has something to be about, and each form filled in rightly, by its route's path. */
export async function desksWithForms(
  more: Partial<ServePagesPorts> = {},
): Promise<{ desks: TestDesks; forms: Readonly<Record<string, ValidForm>> }> {
  const desks = await testDesks(more);
  const keys = accountKeysOf(ACCOUNT, desks.hash);
  const policeContent = { content: { enterpriseCode: CODE } };
  await desks.notices.write(aNotice('police', CODE, policeContent), undefined);
  const bankNotice = aNotice('bank#970436', desks.hash.first(keys.accountRef));
  await desks.notices.write(bankNotice, undefined);
  const register = { ...ACCOUNT, enterpriseCode: CODE };
  await desks.accounts.record([{ ...keys, ...ACCOUNT, register }] as never, '2026-01-01T00:00:00.000Z', EXPIRY);
  const work = { enterpriseCode: CODE, name: 'CÔNG TY TNHH AN', revision: 1, people: [] };
  await desks.verifications.record({ ...work, worklist: [correction] }, false, EXPIRY);
  await desks.assessments.record(assessedCompany(CODE), EXPIRY);
  const counts = { read: 1, accepted: 0, rejected: 1, repaired: 0, companies: 0 };
  const judgement = { rows: 1, signs: {}, objection: { code: 'c', message: 'm' } };
  const stopped = { feed: 'registrations', file: 'Tháng 8.xlsx', state: 'stopped' } as const;
  await storeDrop(desks.files, { ...stopped, version: 'v', counts, judgement });
  const { companies: _, ...rows } = counts;
  const receipt = { feed: stopped.feed, file: stopped.file, sha256: 'a'.repeat(64), ...rows, unknownColumns: [] };
  desks.receipts.set(`outbox/registrations/${stopped.file}.json`, JSON.stringify(receipt));
  const ofVcb = { ...stopped, feed: 'accounts', file: `970436/${stopped.file}`, version: 'v', counts } as const;
  await storeDrop(desks.files, { ...ofVcb, state: 'read' });
  desks.receipts.set(`outbox/970436/${stopped.file}.json`, JSON.stringify({ ...receipt, feed: 'accounts' }));
  desks.receipts.set('a.png', '\u0089PNG\r\n\u001A\n');
  desks.receipts.set('reports/ad-hoc-2025-12-01-2026-01-31/so-lieu.xlsx', 'a book');
  const ofOffice = await aTakingBack(desks, 'registrations/Tháng 7.xlsx');
  const ofBank = await aTakingBack(desks, 'accounts/970436/a.csv');
  const change = { noticeId: bankNotice.noticeId, receiver: 'bank#970436', subject: keys.accountRef, changeId: 'c' };
  const proposed = { act: 'issue', level: 'watch', accountNumber: ACCOUNT.accountNumber, needed: 1 } as const;
  const waits = { proposedAt: '2026-01-05T01:00:00.000Z', dueOn: '2026-01-06', state: 'waiting', revision: 1 } as const;
  await desks.releases.write({ ...change, ...proposed, ...waits, votes: [] }, undefined, EXPIRY);
  const review = { noticeId: 'another-notice', reviewId: 'review-1', askedBy: 'bank#970436', sequence: 1 } as const;
  const asked = { reason: 'Khách đã nộp hồ sơ', askedAt: '2026-01-02T02:00:00.000Z', dueOn: '2026-01-16' };
  await desks.reviews.write({ ...review, ...asked, state: 'waiting', revision: 1 }, undefined);
  const document = { number: '9/UBND', date: '2026-01-03' };
  const switched = { ...document, to: 'on', proposer: 'another', proposedAt: '2026-01-05T01:00:00.000Z' } as const;
  await desks.directed.write(
    { measure: 'foreignIp', directedBy: 'off', proposed: switched, changes: [], unentered: [], revision: 1 },
    undefined,
  );
  await desks.receivers.register({
    receiver: 'bank#970436',
    mode: 'push',
    url: 'https://bank.example/hook',
    secretArn: 'arn',
  });

  const voteOn = ({ file, revision }: StoredTakingBack) => ({ file, revision, outcome: 'release' });
  const task = `${CODE} ${taskIdOf(correction)}`;
  const reason = 'Đã xác minh';
  const account = `/police/accounts/${keys.accountRef}`;
  const notice = `/bank/notices/${bankNotice.noticeId}`;
  const form = (address: string, fields: Readonly<Record<string, string>> = {}): ValidForm => ({ address, fields });
  return {
    desks,
    forms: {
      '/office/files/release': form('/office/files/release', {
        feed: stopped.feed,
        file: stopped.file,
        use: 'readable',
        why: reason,
      }),
      '/office/files/heading': form('/office/files/heading', {
        feed: stopped.feed,
        file: stopped.file,
        heading: 'Tư cách',
        column: 'Vai trò',
      }),
      '/office/files/vote': form('/office/files/vote', voteOn(ofOffice)),
      ...Object.fromEntries(
        ['office', 'police', 'bank', 'province', 'operator'].map((desk) => [
          `/${desk}/mail`,
          form(`/${desk}/mail`, { wants: 'new' }),
        ]),
      ),
      '/office/upload/sent': form('/office/upload/sent', { feed: 'activities', sent: 'a.csv' }),
      '/office/search': form('/office/search', { value: CODE }),
      '/office/worklist': form('/office/worklist', { task, act: 'accepted' }),
      '/office/worklist/{code}/{task}': form(`/office/worklist/${task.replace(' ', '/')}`, { outcome: 'accepted' }),
      '/police/cases/{id}/decision': form(`/police/cases/${CASE}/decision`, {
        sequence: '1',
        after: '',
        outcome: 'confirmed',
      }),
      '/police/cases/{id}/attached': form(`/police/cases/${CASE}/attached`, { file: 'a.png' }),
      '/office/worklist/{code}/{task}/attached': form(`/office/worklist/${task.replace(' ', '/')}/attached`, {
        file: 'a.png',
      }),
      '/police/cases/{id}/notes': form(`/police/cases/${CASE}/notes`, { note: 'Đã gọi điện' }),
      '/police/cases/{id}/objections': form(`/police/cases/${CASE}/objections`, { objection: 'Có cửa hàng' }),
      '/police/accounts/{ref}/listing': form(`${account}/listing`, { code: '1', reason }),
      '/police/accounts/{ref}/questions': form(`${account}/questions`, { ask: 'status' }),
      '/police/crime-report': form('/police/crime-report', {
        caseId: 'VV-1',
        date: '01/12/2025',
        phone: '0987654321',
      }),
      '/police/search': form('/police/search', {
        value: CODE,
        purpose: 'case',
        caseReference: 'VV-1',
      }),
      '/police/reviews/{notice}/{review}': form('/police/reviews/another-notice/review-1', {
        outcome: 'upheld',
        reason,
      }),
      '/police/cases': form('/police/cases', { case: CASE }),
      '/police/cases/find': form('/police/cases/find', { find: CODE }),
      '/police/releases/find': form('/police/releases/find', { find: CODE }),
      '/office/worklist/find': form('/office/worklist/find', { find: CODE }),
      '/police/releases': form('/police/releases', { change: `${bankNotice.noticeId} c`, outcome: 'release' }),
      '/bank/notices': form('/bank/notices', { find: '0011' }),
      '/bank/answers': form('/bank/answers', {
        notice: `${bankNotice.noticeId} 1 `,
        outcome: 'acted',
        accountStatus: '2',
      }),
      '/bank/notices/{id}/acknowledgement': form(`${notice}/acknowledgement`, { sequence: '1' }),
      '/bank/notices/{id}/decision': form(`${notice}/decision`, {
        sequence: '1',
        outcome: 'acted',
        accountStatus: '2',
      }),
      '/bank/notices/{id}/review': form(`${notice}/review`, { sequence: '1', objection: 'Khách đã nộp hợp đồng' }),
      '/bank/files/heading': form('/bank/files/heading', {
        feed: 'accounts',
        file: stopped.file,
        heading: 'STK',
        column: 'Số tài khoản',
      }),
      '/bank/upload/sent': form('/bank/upload/sent', { feed: 'accounts', sent: 'a.csv' }),
      '/bank/report': form('/bank/report', {
        accountNumber: '0011002233445',
        code: '1',
        on: '01/12/2025',
      }),
      '/bank/connection/test': form('/bank/connection/test'),
      '/bank/connection/key': form('/bank/connection/key'),
      '/province/report': form('/province/report', { from: '2025-12', to: '2026-01' }),
      '/province/log/find': form('/province/log/find', { find: CODE }),
      '/province/measures': form('/province/measures', {
        measure: 'suspiciousAccounts',
        to: 'on',
        number: '123/KH-UBND',
        date: '02/01/2026',
      }),
      '/province/measures/vote': form('/province/measures/vote', {
        measure: 'foreignIp',
        revision: '1',
        outcome: 'agree',
      }),
      '/operator/tasks': form('/operator/tasks', { task: 'replay-parked', queue: 'haukiem-prod-replies' }),
      '/operator/files/vote': form('/operator/files/vote', voteOn(ofBank)),
      '/operator/people': form('/operator/people', { person: 'somebody' }),
    },
  };
}
