import { beforeEach, describe, expect, it } from 'vitest';
import { aTakingBack } from '#test/support/desks/a-taking-back.ts';
import { anObjection } from '#test/support/desks/an-objection.ts';
import { ROUTES } from '#functions/serve-pages/routes.ts';
import { answerEntries } from '#functions/record-reply/record-reply.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { storeDrop } from '#test/support/a-drop.ts';

const CODE = '0101243150';
const CASE = noticeIdOf('police', CODE);
const VCB = 'bank#970436';
const ACCOUNT = { bank: '970436', accountNumber: '0011002233445' };
const EXPIRY = 2_000_000_000;
const WORK = {
  kind: 'correction',
  field: 'dateOfBirth',
  current: '1985-03-12',
  proposed: '1985-12-03',
  why: 'Dữ liệu của công an ghi ngày sinh khác.',
  person: 'Nguyễn Văn Mẫu',
} as const;
const REVIEW = anObjection();
const OF_OFFICE = 'registrations/wrong.csv';
const OF_BANK = 'accounts/970436/wrong.csv';
const RELEASE = {
  noticeId: 'a-notice',
  receiver: VCB,
  subject: 'an-account',
  changeId: 'a-change',
  act: 'issue',
  level: 'watch',
  accountNumber: ACCOUNT.accountNumber,
  enterpriseCode: CODE,
  needed: 1,
  proposedAt: '2026-01-05T01:00:00.000Z',
  dueOn: '2026-01-06',
  state: 'waiting',
  revision: 1,
} as const;

interface DeskAct {
  readonly group: string;
  /** The values of the parameters of the route's path. */
  readonly about?: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
}
const police = { group: 'police' };
const bank = { group: 'bank:970436' };

/** A valid form of each route: a route without one fails the test below. */
function actsOf(accountRef: string): Readonly<Record<string, DeskAct>> {
  const ofBank = { id: noticeIdOf(VCB, accountRef) };
  return {
    '/office/files/release': {
      group: 'office',
      fields: { feed: 'registrations', file: 'bad.csv', use: 'readable', why: 'Đã hỏi' },
    },
    '/office/files/heading': {
      group: 'office',
      fields: { feed: 'registrations', file: 'bad.csv', heading: 'Tư cách', column: 'Vai trò' },
    },
    '/office/files/vote': {
      group: 'office',
      fields: { file: OF_OFFICE, revision: `seen ${OF_OFFICE}`, outcome: 'release' },
    },
    '/office/upload/sent': { group: 'office', fields: { feed: 'activities', sent: 'a.csv' } },
    '/bank/upload/sent': { ...bank, fields: { feed: 'accounts', sent: 'a.csv' } },
    '/bank/files/heading': {
      ...bank,
      fields: { feed: 'accounts', file: 'wrong.csv', heading: 'STK', column: 'Số tài khoản' },
    },
    '/bank/notices': { ...bank, fields: { find: ACCOUNT.accountNumber } },
    '/police/cases/find': { ...police, fields: { find: CODE } },
    '/police/releases/find': { ...police, fields: { find: CODE } },
    '/office/worklist/find': { group: 'office', fields: { find: CODE } },
    '/office/search': { group: 'office', fields: { value: CODE } },
    '/office/worklist': { group: 'office', fields: { task: `${CODE} ${taskIdOf(WORK)}`, act: 'assign' } },
    '/office/worklist/{code}/{task}': {
      group: 'office',
      about: { code: CODE, task: taskIdOf(WORK) },
      fields: { outcome: 'accepted', reason: 'Theo căn cước' },
    },
    '/office/worklist/{code}/{task}/attached': {
      group: 'office',
      about: { code: CODE, task: taskIdOf(WORK) },
      fields: { file: 'a.png' },
    },
    '/police/cases': { ...police, fields: { case: CASE } },
    '/police/cases/{id}/decision': {
      ...police,
      about: { id: CASE },
      fields: { sequence: '1', outcome: 'confirmed', reason: 'Đã xác minh', after: '' },
    },
    '/police/cases/{id}/attached': { ...police, about: { id: CASE }, fields: { file: 'a.png' } },
    '/police/cases/{id}/notes': { ...police, about: { id: CASE }, fields: { note: 'Đã gọi' } },
    '/police/cases/{id}/objections': {
      ...police,
      about: { id: CASE },
      fields: { objection: 'Có hợp đồng' },
    },
    '/police/accounts/{ref}/listing': { ...police, about: { ref: accountRef }, fields: { code: '3' } },
    '/police/accounts/{ref}/questions': { ...police, about: { ref: accountRef }, fields: { ask: 'status' } },
    '/police/search': {
      ...police,
      fields: { value: CODE, purpose: 'case', caseReference: 'VV-12/2026' },
    },
    '/police/reviews/{notice}/{review}': {
      ...police,
      about: { notice: REVIEW.noticeId, review: REVIEW.reviewId },
      fields: { outcome: 'upheld', reason: 'Chưa đủ' },
    },
    '/police/releases': {
      ...police,
      fields: { change: `${RELEASE.noticeId} ${RELEASE.changeId}`, outcome: 'release' },
    },
    '/police/crime-report': { ...police, fields: { caseId: 'VV-1', date: '4/1/2026', phone: '0987654321' } },
    '/bank/answers': {
      ...bank,
      fields: { notice: `${ofBank.id} 1 `, outcome: 'acted', accountStatus: '2' },
    },
    '/bank/notices/{id}/acknowledgement': { ...bank, about: ofBank, fields: { sequence: '1' } },
    '/bank/notices/{id}/decision': {
      ...bank,
      about: ofBank,
      fields: { sequence: '1', outcome: 'acted', accountStatus: '2' },
    },
    '/bank/notices/{id}/review': { ...bank, about: ofBank, fields: { sequence: '1', objection: 'Có hợp đồng' } },
    '/bank/report': { ...bank, fields: { accountNumber: ACCOUNT.accountNumber, code: '3', on: '4/1/2026' } },
    '/bank/connection/test': { ...bank, fields: {} },
    '/bank/connection/key': { ...bank, fields: {} },
    '/province/measures': {
      group: 'province',
      fields: { measure: 'suspiciousAccounts', to: 'on', number: '123/KH-UBND', date: '02/01/2026' },
    },
    '/province/measures/vote': {
      group: 'province',
      fields: { measure: 'foreignIp', revision: '1', outcome: 'agree' },
    },
    '/operator/files/vote': {
      group: 'operator',
      fields: { file: OF_BANK, revision: `seen ${OF_BANK}`, outcome: 'refuse' },
    },
    '/province/log/find': { group: 'province', fields: { find: CODE } },
    '/province/report': { group: 'province', fields: { from: '2026-01', to: '2026-01' } },
    '/operator/people': { group: 'operator', fields: { person: 'binh' } },
    '/operator/tasks': { group: 'operator', fields: { task: 'redrive-receiver', receiver: VCB } },
  };
}

/** Which mails somebody wants concerns nobody else, and is entered nowhere. */
const FORMS = ROUTES.filter(({ method, path }) => method === 'POST' && !path.endsWith('/mail')).map(({ path }) => path);

describe('an act at a desk', () => {
  let desks: TestDesks;
  let acts: Readonly<Record<string, DeskAct>>;

  beforeEach(async () => {
    desks = await testDesks();
    const { accountRef } = accountKeysOf(ACCOUNT, desks.hash);
    acts = actsOf(accountRef);
    await desks.notices.write(aNotice('police', CODE, { content: { enterpriseCode: CODE } }), undefined);
    await desks.notices.write(aNotice(VCB, accountRef), undefined);
    await desks.assessments.record(assessedCompany(CODE), EXPIRY);
    const register = { ...ACCOUNT, enterpriseCode: CODE };
    await desks.accounts.record(
      [{ ...accountKeysOf(ACCOUNT, desks.hash), ...ACCOUNT, register }],
      '2026-01-01',
      EXPIRY,
    );
    await desks.verifications.record(
      { enterpriseCode: CODE, name: 'AN', revision: 1, people: [], worklist: [WORK] },
      false,
      EXPIRY,
    );
    desks.receipts.set('a.png', '\u0089PNG\r\n\u001A\n');
    await aTakingBack(desks, OF_OFFICE);
    await aTakingBack(desks, OF_BANK);
    await desks.reviews.write(REVIEW, undefined);
    await desks.releases.write({ ...RELEASE, votes: [] }, undefined, EXPIRY);
    const switched = {
      to: 'on',
      number: '9/UBND',
      date: '2026-01-03',
      proposer: 'binh',
      proposedAt: '2026-01-04',
    } as const;
    await desks.directed.write(
      { measure: 'foreignIp', directedBy: 'off', proposed: switched, changes: [], unentered: [], revision: 1 },
      undefined,
    );
    await desks.receivers.register({ receiver: VCB, mode: 'push', url: 'https://vcb.example/hook', secretArn: 'arn' });
    const objection = { code: 'many_rejected', message: '' };
    await storeDrop(desks.files, {
      file: 'bad.csv',
      version: 'v1',
      state: 'stopped',
      judgement: { rows: 12, signs: {}, objection },
    });
  });

  it('each form of the desks is tested here', () => {
    expect(Object.keys(acts).toSorted()).toEqual(FORMS.toSorted());
  });

  it.each(FORMS)('an act makes one entry in the log, in its officer’s name: %s', async (route) => {
    const { group, about = {}, fields } = acts[route] ?? { group: '', fields: {} };
    const path = Object.entries(about).reduce((made, [name, value]) => made.replace(`{${name}}`, value), route);
    const browser = await desks.signedIn([group], 'an');
    const formToken = await desks.formTokenOf(browser);
    const before = desks.entered.length;
    const answer = await browser.post(path, { ...fields, formToken });
    expect([200, 303]).toContain(answer.statusCode);
    const own = desks.entered.slice(before).filter(({ kind }) => kind !== 'data-read');
    const answered = await Promise.all(
      desks.sentReplies.map(({ receiver, replyId }) => desks.replies.get(receiver, replyId)),
    );
    // Objections and listings are entered by the step that records them: `replies-entered.test.ts`
    const later = answered.flatMap((item) => {
      if (item === undefined) return [];
      const entries = answerEntries(item);
      return entries.length > 0 ? entries.map(({ by }) => by) : [`officer:${item.officer}`];
    });
    expect([...own.map(({ by }) => by), ...later]).toEqual(['officer:an']);
  });
});
