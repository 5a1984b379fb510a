import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import { dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { policeScope } from '#shared/domain/notification/notice/scope.ts';
import { basisOn } from '#shared/domain/risk/rules/law-in-force.ts';
import { drawNetwork } from '#shared/domain/risk/rings/draw-network.ts';
import { dayInWords, timelineOf } from '#shared/domain/notification/dossier/timeline.ts';
import { policeNotice, withdrawn, withNetwork } from '#test/support/police-notice.ts';

describe('a dossier', () => {
  it('a dossier asks for review and does not mention blocking', () => {
    const text = JSON.stringify(dossierOf(withNetwork));
    expect(text).toContain('Đề nghị cơ quan Công an rà soát, xác minh');
    expect(text).toContain('không phải kết luận vi phạm');
    expect(text).not.toMatch(/phong tỏa/iu);
  });

  it('a dossier cites each law once, and no legal basis that is only practice', () => {
    const { findings } = policeNotice;
    const notice = {
      ...policeNotice,
      issuedOn: '2026-01-02',
      scope: policeScope('2026-01-02'),
      findings: [...findings, ...findings],
    };
    expect(dossierOf(notice).legalBases).toEqual([
      'Luật Bảo vệ dữ liệu cá nhân ngày 26 tháng 6 năm 2025',
      'Luật Doanh nghiệp ngày 17 tháng 6 năm 2020',
      'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp',
    ]);
  });

  it('a dossier rests on no law that was not in force on its day', () => {
    const legalBasis = 'Điều 7 Thông tư 91/2026/TT-BTC; Điều 35 Nghị định 168/2025/NĐ-CP';
    const on = (day: string) => {
      const findings = [{ ...policeNotice.findings[1]!, legalBasis: basisOn(legalBasis, day) }];
      return dossierOf({ ...policeNotice, issuedOn: day, scope: policeScope(day), findings }).legalBases;
    };
    expect(on('2025-12-31')).toEqual([
      'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp',
      'Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023 của Chính phủ về bảo vệ dữ liệu cá nhân',
    ]);
    expect(on('2025-06-30')).toEqual([
      'Nghị định số 01/2021/NĐ-CP ngày 04 tháng 01 năm 2021 của Chính phủ về đăng ký doanh nghiệp',
      'Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023 của Chính phủ về bảo vệ dữ liệu cá nhân',
    ]);
    expect(on('2026-07-01')).toEqual([
      'Luật Bảo vệ dữ liệu cá nhân ngày 26 tháng 6 năm 2025',
      'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp',
      'Thông tư số 91/2026/TT-BTC',
    ]);
  });

  it('a dossier states each finding once, and findings of weight 0 separately', () => {
    const { findings } = policeNotice;
    const idle = { ...findings[1]!, code: 'IDLE', weight: 0, message: 'Không có doanh thu.' };
    const dossier = dossierOf({ ...policeNotice, findings: [...findings, ...findings, idle] });
    expect(dossier.findings.map(({ finding }) => finding.code)).toEqual(['REP_DECEASED', 'INSPECTION_NOT_FOUND']);
    expect(dossier.uncounted.map(({ finding }) => finding.code)).toEqual(['IDLE']);
    expect(dossier.score.split('. ')).toHaveLength(2);
  });

  it('a dossier names the bank of an account, and an unknown one by its id', () => {
    const [account] = policeNotice.accounts;
    const { accounts } = dossierOf({ ...policeNotice, accounts: [account!, { ...account!, bank: 'uncovered-of' }] });
    expect(accounts.map(({ bankName }) => bankName)).toEqual([
      expect.stringMatching(/Vietcombank|VCB/iu),
      'uncovered-of',
    ]);
  });

  it('the summary states the heaviest finding, and the request names what it leaves open', () => {
    const [first] = policeNotice.findings;
    const mill = { ...first!, code: 'INVOICES_3_TIMES_REVENUE', weight: 9, evidence: { invoiced: 5, revenue: 1 } };
    const tied = { ...first!, code: 'TIED_TO_GRAVE', weight: 3, evidence: {}, message: 'Cùng số điện thoại.' };
    const findings = [tied, { ...mill, message: 'Hóa đơn gấp 5 lần doanh thu.' }];
    const { exhibit, request } = dossierOf({ ...policeNotice, findings });
    expect(exhibit.summary).toContain('Dấu hiệu nặng nhất: Hóa đơn gấp 5 lần doanh thu.');
    expect(request).toContain(
      'làm rõ: việc mua bán có thật sau các hóa đơn đã xuất; quan hệ với các doanh nghiệp nêu ở mục IV. Các dấu hiệu',
    );
    const favourable = { ...tied, weight: -1 };
    expect(dossierOf({ ...policeNotice, findings: [favourable] }).request).not.toContain('làm rõ');
    expect(dossierOf({ ...policeNotice, findings: [favourable] }).exhibit.summary.join()).not.toContain('nặng nhất');
  });

  it('the dossier of a withdrawn notice says that the notice was withdrawn, and why', () => {
    const dossier = dossierOf(withdrawn);
    expect(dossier.title).toBe('BẢN RÚT THÔNG BÁO');
    expect(dossier.withdrawal).toMatch(/không còn đủ dấu hiệu/u);
    expect(dossier.request).toMatch(/đã được rút/u);
    expect(dossierOf(withNetwork).withdrawal).toBeUndefined();
  });
});

describe('the timeline', () => {
  it('the timeline lists the dated facts, oldest first', () => {
    expect(timelineOf(withNetwork)).toEqual([
      { on: '2025-03-10', what: 'Đăng ký doanh nghiệp' },
      { on: '2025-03-10', what: expect.stringMatching(/^Doanh nghiệp này và một doanh nghiệp khác/u) },
      { on: '2025-08-19', what: expect.stringMatching(/^Kiểm tra ngày 19\/08\/2025/u) },
      { on: '2025-12-31', what: 'Gửi thông báo cho cơ quan Công an' },
    ]);
  });

  it('money of which the month alone is known has no day, and stands after the days of its month', () => {
    const [finding] = policeNotice.findings;
    const evidence = { from: '2025-12', to: '2025-12', credit: 5, debit: 5, banks: '970436' };
    const events = timelineOf({ ...policeNotice, findings: [{ ...finding!, evidence }] });
    expect(events.map(({ on }) => on)).toEqual(['2025-03-10', '2025-12-31', '2025-12']);
    expect(events.map(dayInWords).at(-1)).toBe('12/2025');
  });

  it('the timeline ends with the withdrawal', () => {
    expect(timelineOf(withdrawn).at(-1)).toEqual({
      on: '2026-01-05',
      what: expect.stringMatching(/^Rút thông báo \(bản số 2\): Sau khi/u),
    });
  });

  it('the timeline does not list a bound of an examined period as an event', () => {
    const [finding] = policeNotice.findings;
    const notice = { ...policeNotice, findings: [{ ...finding!, evidence: { answerBy: '2025-10-30' } }] };
    expect(timelineOf(notice).map(({ on }) => on)).not.toContain('2025-10-30');
  });

  it('a finding about the days after a date has these days as its time, and is no event of that date', () => {
    const [finding] = policeNotice.findings;
    const evidence = { since: '2025-05-03', days: 30, accounts: 2, banks: '970407, 970418' };
    const notice = { ...policeNotice, findings: [{ ...finding!, evidence }] };
    expect(timelineOf(notice).map(({ on }) => on)).not.toContain('2025-05-03');
    expect(dossierOf(notice).findings[0]?.period).toBe('từ 03/05/2025 đến 02/06/2025');
  });

  it('a finding about one quarter has that quarter as its time, and one about one day that day', () => {
    const periodOf = (evidence: Finding['evidence']) =>
      dossierOf({ ...policeNotice, findings: [{ ...policeNotice.findings[0]!, evidence }] }).findings[0]?.period;
    expect(periodOf({ quarter: '2025-Q2', registeredOn: '2025-01-15' })).toBe('quý 2/2025');
    expect(periodOf({ from: '2025-05-09', to: '2025-05-09' })).toBe('ngày 09/05/2025');
  });

  it('a dossier does not call a score certain that was rounded to 100', () => {
    expect(dossierOf({ ...policeNotice, score: 100 }).score).toContain('Điểm trên 99,99/100');
    expect(dossierOf({ ...policeNotice, score: 98.5 }).score).toContain('Điểm 98,5/100');
  });
});

it("a notice's network is drawn the same each time, with its companies", () => {
  const svg = drawNetwork(withNetwork.network!);
  expect(svg).toBe(drawNetwork(structuredClone(withNetwork.network!)));
  for (const { enterpriseCode } of withNetwork.network!.members) expect(svg).toContain(enterpriseCode);
  expect(svg.match(/<path /gu)).toHaveLength(5);
});
