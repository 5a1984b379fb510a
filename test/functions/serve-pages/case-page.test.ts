import { beforeEach, describe, expect, it } from 'vitest';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ProposedRelease } from '#shared/tables/releases.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { person } from '#test/support/desks/an-on-site-check.ts';
import { storeDrop } from '#test/support/a-drop.ts';

const CODE = '0101243150';
const OTHER = '0100112437';
const EXPIRY = 2_000_000_000;
const CASE = noticeIdOf('police', CODE);
const finding = (code: string, message: string) => ({
  code,
  version: 1,
  weight: 2,
  evidence: { credit: 1_500_000_000 },
  legalBasis: 'Luật Phòng, chống rửa tiền 2022',
  message,
});
const MONEY = finding('PASS_THROUGH_FAST', 'Tiền vào rồi ra trong 45 phút.');
const network = {
  members: [
    { enterpriseCode: CODE, since: '2025-01-01' },
    { enterpriseCode: OTHER, since: '2025-01-01' },
  ],
  ties: [{ kind: 'phone' as const, companies: [CODE, OTHER], since: '2025-01-01' }],
  since: '2025-01-01',
  registeredFrom: '2025-01-01',
  registeredTo: '2025-02-01',
  withBadSigns: 2,
};

describe('the page of a case', () => {
  let desks: TestDesks;
  let browser: Browser;
  const issue = (code: string, content: object = {}, sequence = 1) => {
    const next = aNotice('police', code, { sequence, content: { enterpriseCode: code, ...content } });
    return desks.notices.write(next, sequence === 1 ? undefined : { revision: sequence - 1 });
  };
  const page = async (own = browser) => (await own.get(`/police/cases/${CASE}`)).body ?? '';
  const fieldsOf = (body: string) => {
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(body)?.[1] ?? '';
    return [
      ['formToken', field('formToken')],
      ['sequence', field('sequence')],
      ['after', field('after')],
    ] as const;
  };

  beforeEach(async () => {
    desks = await testDesks();
    browser = await desks.signedIn(['police'], 'an');
  });

  it('the page of a case whose notice would be withdrawn says why, until somebody has decided on that', async () => {
    await issue(CODE);
    const waits = {
      noticeId: CASE,
      receiver: 'police',
      subject: CODE,
      changeId: 'c',
      act: 'withdraw',
      level: 'watch',
      withdrawnBecause: 'not_registered',
      accountNumber: '',
      enterpriseCode: CODE,
      needed: 1,
      proposedAt: '2026-01-05T01:00:00.000Z',
      dueOn: '2026-01-06',
    } as const;
    expect(await page()).not.toContain('Đang chờ duyệt rút');
    const change = { ...waits, votes: [], state: 'waiting', revision: 1 } satisfies ProposedRelease;
    await desks.releases.write(change, undefined, EXPIRY);
    expect(await page()).toContain('Đang chờ duyệt rút thông báo này. Dữ liệu đăng ký của doanh nghiệp đã bị rút lại');
    await desks.releases.write({ ...waits, votes: [], state: 'refused', revision: 2 }, change, EXPIRY);
    expect(await page()).not.toContain('Đang chờ duyệt rút');
  });

  it('the page of a case shows for each figure its file, the file’s day and the row', async () => {
    await issue(CODE, { findings: [MONEY] });
    const company = {
      enterpriseCode: CODE,
      name: 'CÔNG TY AN',
      legalForm: 'TNHH',
      registeredOn: '2025-01-01',
      headOfficeAddress: 'Số 1, đường A',
      charterCapital: 1e9,
    };
    const account = { bank: '970436', accountNumber: '0011002233445' };
    const keys = accountKeysOf(account, desks.hash);
    const from = (file: string, row: number) => ({ file, row, version: 'v1' });
    await storeDrop(desks.files, { file: '2025.csv', version: 'v1' });
    await storeDrop(desks.files, { feed: 'accounts', file: '970436/2025-06.csv', version: 'v1' });
    await desks.companies.record(
      [
        {
          enterpriseCode: CODE,
          registration: { company, person, position: 0 },
          from: from('registrations/2025.csv', 7),
        },
        { enterpriseCode: CODE, accountRef: keys.accountRef },
      ],
      EXPIRY,
    );
    const flow = { period: '2025-06', credit: 1_500_000_000, debit: 1_490_000_000 };
    await desks.accounts.record(
      [
        { ...keys, ...account, register: { ...account, enterpriseCode: CODE, representativeName: 'Trần Văn B' } },
        { ...keys, ...account, flow, from: from('accounts/970436/2025-06.csv', 42) },
      ],
      '2025-07-01T00:00:00.000Z',
      EXPIRY,
    );
    const body = await page();
    expect(body).toContain('1.500.000.000 đồng');
    expect(body).toMatch(/Dòng tiền theo kỳ[^<]*tệp accounts\/970436\/2025-06\.csv[^<]*dòng 42/u);
    expect(body).toContain('033085000123');
    expect(body).toContain('Trần Văn B');
    expect(body).toContain(`/police/accounts/${keys.accountRef}`);
  });

  it('the page of a case shows a thousand of very many rows, and says how many others there are', async () => {
    await issue(CODE, { findings: [MONEY] });
    const company = {
      enterpriseCode: CODE,
      legalForm: 'TNHH',
      registeredOn: '2025-01-01',
      headOfficeAddress: 'Số 1, đường A',
      charterCapital: 1e9,
    };
    const versions = Array.from({ length: 1234 }, (_, n) => ({
      enterpriseCode: CODE,
      registration: { company: { ...company, name: `CÔNG TY ${n}` }, person, position: 0 },
      from: { file: 'registrations/2025.csv', row: n + 2, version: 'v1' },
    }));
    await storeDrop(desks.files, { file: '2025.csv', version: 'v1' });
    await desks.companies.record(versions, EXPIRY);
    expect(await page()).toContain('Không nêu: 234 dòng Dữ liệu đăng ký doanh nghiệp.');
  });

  it('the page of a case begins with who, why, with whom and what next, and its ring links to each company', async () => {
    const [first, ...others] = ['A', 'B', 'C', 'D', 'E'].map((name) => finding(`F_${name}`, `Dấu hiệu ${name}.`));
    await issue(CODE, { network, findings: [...others, { ...first, weight: 5 }] });
    const body = await page();
    const glance = body.slice(body.indexOf('desk-glance'), body.indexOf('id="findings"'));
    for (const text of [CODE, 'Dấu hiệu A.', '2 doanh nghiệp của nhóm', 'số điện thoại', 'Chưa quyết định'])
      expect(glance).toContain(text);
    expect(body).toContain('2 dấu hiệu khác');
    expect(body).toContain(`<a href="/police/companies/${desks.hash.sealed(OTHER)}">`);
    expect(body).toContain('Diễn biến từ');
    await issue(OTHER, { network });
    expect(await page()).toContain(`<a href="/police/cases/${noticeIdOf('police', OTHER)}">`);
  });

  it('the page of a case shows each officer what has changed since they last saw it', async () => {
    await issue(CODE, { score: 61, findings: [MONEY] });
    expect(await page()).not.toContain('Thay đổi từ lần bạn xem trước');
    const after = [finding('REP_DEAD', 'Người đại diện đã chết trước ngày đăng ký.')];
    await issue(CODE, { score: 97, findings: after }, 2);
    const body = await page();
    expect(body).toContain('Điểm từ 61 thành 97.');
    expect(body).toContain('Dấu hiệu mới: Người đại diện đã chết');
    expect(body).toContain('Không còn 1 dấu hiệu');
    expect(await page()).not.toContain('Thay đổi từ lần bạn xem trước');
    expect(await page(await desks.signedIn(['police'], 'binh'))).not.toContain('Thay đổi từ lần bạn xem trước');
  });

  it('the page of a case keeps notes for colleagues, with name and time, as text', async () => {
    await issue(CODE);
    const form = [['formToken', await desks.formTokenOf(browser)] as const];
    const path = `/police/cases/${CASE}/notes`;
    expect((await browser.post(path, [...form, ['note', ' ']])).statusCode).toBe(422);
    expect((await browser.post(path, [...form, ['note', 'Đã gọi <script>']])).statusCode).toBe(303);
    const body = await page(await desks.signedIn(['police'], 'binh'));
    expect(body).toContain('Đã gọi &lt;script>');
    expect(body).toContain('09:00 ngày 05/01/2026');
  });

  it('the page of a case decides all cases of a ring together, each in the state that the officer saw', async () => {
    await issue(CODE, { network });
    await issue(OTHER, { name: 'CÔNG TY BÌNH', network });
    const body = await page();
    const also = /name="also"[^>]*value="([^"]+)"/u.exec(body)?.[1] ?? '';
    const form = [
      ...fieldsOf(body),
      ['outcome', 'confirmed'] as const,
      ['reason', ''] as const,
      ['also', also] as const,
    ];
    expect((await browser.post(`/police/cases/${CASE}/decision`, form)).statusCode).toBe(303);
    const decided = await Promise.all(desks.sentReplies.map(({ replyId }) => desks.replies.get('police', replyId)));
    expect(decided.map((one) => one?.basis?.enterpriseCode).sort()).toEqual([OTHER, CODE].sort());
    expect(decided.map((one) => one?.officer)).toEqual(['an', 'an']);
    const again = await browser.post(`/police/cases/${CASE}/decision`, [
      ...form.slice(0, 3),
      ['outcome', 'dismissed'],
      ['reason', 'x'],
    ]);
    expect(again.statusCode).toBe(409);
  });

  it('the page of a case links to the next undecided case in the order of the list', async () => {
    await issue(CODE, { score: 90 });
    await issue(OTHER, { score: 80 });
    const next = (query: string) => browser.get(`/police/next-case?${query}`);
    expect((await next('sort=score')).headers?.['location']).toContain(CASE);
    await issue('0900000033', { score: 70 });
    const [second, third] = [OTHER, '0900000033'].map((code) => noticeIdOf('police', code));
    expect((await next(`sort=score&after=${CASE}`)).headers?.['location']).toContain(second);
    expect((await next(`sort=score&after=${second}`)).headers?.['location']).toContain(third);
    expect((await next(`sort=score&after=${third}`)).headers?.['location']).toContain(CASE);
    expect((await next('sort=__proto__')).statusCode).toBe(303);
  });
});
