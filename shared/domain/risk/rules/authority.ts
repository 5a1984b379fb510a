import { TAX_RISKS } from '../facts/unfavourable-rows.ts';
import { banksNamed } from '#shared/domain/vietnamese/bank-names.ts';
import { figure, type Figures } from './figure.ts';
import type { Evidence } from './finding.ts';
import { isOfficiallyKnown } from './preconditions.ts';
import { type RulePrecondition, rule, type RuleRecord } from './rule.ts';

const STATUS_OF_CODE = 'Phụ lục I Thông tư 86/2024/TT-BTC';

type StatusEvidence = Evidence & { readonly status: string; readonly on: string };
type ListedEvidence = Evidence & {
  readonly accounts: number;
  readonly by: string;
  /** The sorted codes of the accounts' newest listings, and the first and the last of their days. */
  readonly suspicions: string;
  readonly from: string;
  readonly to: string;
};

type ReportedEvidence = Evidence & { readonly reports: number; readonly from: string; readonly to: string };

/** What a victim's report speaks against: a report of a phone alone does not name the company. */
const NAMED_BY_VICTIMS =
  'doanh nghiệp, hoặc số điện thoại mà doanh nghiệp, người đại diện hay tài khoản của doanh nghiệp đăng ký';

const statusFigures: Figures<StatusEvidence> = {
  status: figure.text('mã trạng thái'),
  on: figure.day('ngày của trạng thái'),
};

const someListed: RulePrecondition = ({ facts }) => facts.accounts.some(({ listing }) => listing !== undefined);

const listed = (by: 'police' | 'bank'): RuleRecord<ListedEvidence> =>
  rule<ListedEvidence>({
    version: 4,
    kind: by === 'police' ? 'authority' : 'account',
    madeBy: ['suspicious-accounts', 'accounts'],
    question:
      by === 'police'
        ? 'Doanh nghiệp có tài khoản trong danh sách nghi vấn của Công an tỉnh không?'
        : 'Doanh nghiệp có tài khoản mà chính ngân hàng giữ tài khoản báo nghi vấn không?',
    legalBasis: 'Thông tư 17/2024/TT-NHNN; danh sách tài khoản nghi vấn của Công an tỉnh (khi có chỉ đạo)',
    fact: 'listing',
    restsOn: ['suspicious-accounts', 'accounts'],
    measure: 'suspiciousAccounts',
    needs: someListed,
    figures: {
      accounts: figure.count('số tài khoản bị báo nghi vấn'),
      by: figure.text('bên báo'),
      suspicions: figure.text('mã nghi ngờ của lần báo gần nhất'),
      from: figure.day('ngày của lần báo gần nhất, sớm nhất trong các tài khoản'),
      to: figure.day('ngày của lần báo gần nhất, muộn nhất trong các tài khoản'),
    },
    evaluate: ({ facts }) => {
      const named = facts.accounts.flatMap(({ bank, listing }) => (listing?.by === by ? [{ bank, ...listing }] : []));
      const days = named.map(({ on }) => on).sort();
      const [from, to] = [days[0], days.at(-1)];
      if (from === undefined || to === undefined) return undefined;
      const banks = [...new Set(named.map(({ bank }) => bank))].sort().join(', ');
      return {
        accounts: named.length,
        by: by === 'police' ? 'Công an tỉnh' : `ngân hàng ${banksNamed(banks)}`,
        suspicions: [...new Set(named.map(({ code }) => code))].sort((a, b) => a - b).join(', '),
        from,
        to,
      };
    },
    message: ({ accounts, from, to }, said) =>
      `${said.accounts} tài khoản bị ${said.by} báo nghi vấn (lần báo gần nhất${accounts === 1 ? '' : ' của mỗi tài khoản'}: mã ${said.suspicions}, ${from === to ? `ngày ${said.from}` : `từ ngày ${said.from} đến ngày ${said.to}`}).`,
  });

/** Rules about an authority's or inspector's finding on the company, of which the latest counts. */
export const AUTHORITY_RULES = {
  // The weight is limited because one listing in four hundred is a mistake, and others are
  // unverified tips.
  LISTED_ACCOUNT: { ...listed('police'), sign: 'bad' as const, atMost: 4, urgent: true as const },
  LISTED_BY_BANK: { ...listed('bank'), milderThan: 'LISTED_ACCOUNT' },
  REPORTED_BY_VICTIMS: rule<ReportedEvidence>({
    version: 1,
    kind: 'authority',
    madeBy: ['crime-reports'],
    // A report is not proven yet, and may be false
    atMost: 3,
    question: `Có tố giác, tin báo về tội phạm nêu ${NAMED_BY_VICTIMS} không?`,
    legalBasis: 'Bộ luật Tố tụng hình sự 2015 (tố giác, tin báo về tội phạm)',
    fact: 'listing',
    restsOn: ['crime-reports'],
    sign: 'bad',
    urgent: true,
    milderThan: 'LISTED_ACCOUNT',
    needs: ({ facts }) => facts.crimeReports !== undefined,
    figures: {
      reports: figure.count('số tố giác, tin báo'),
      from: figure.day('ngày tố giác đầu tiên'),
      to: figure.day('ngày tố giác cuối cùng'),
    },
    evaluate: ({ facts: { crimeReports = [] } }) => {
      const days = crimeReports.map(({ on }) => on).sort();
      const [from, to] = [days[0], days.at(-1)];
      return from === undefined || to === undefined ? undefined : { reports: crimeReports.length, from, to };
    },
    message: ({ from, to }, said) =>
      `${said.reports} tố giác, tin báo về tội phạm nêu ${NAMED_BY_VICTIMS} (${from === to ? `ngày ${said.from}` : `từ ngày ${said.from} đến ngày ${said.to}`}).`,
  }),
  TAX_STATUS_AT_RISK: rule<StatusEvidence>({
    version: 2,
    kind: 'authority',
    madeBy: ['TRANG_THAI_THUE'],
    question: 'Cơ quan thuế có chờ xác minh vì rủi ro về hóa đơn, đăng ký doanh nghiệp, đăng ký thuế không?',
    legalBasis: STATUS_OF_CODE,
    fact: 'premises',
    restsOn: ['TRANG_THAI_THUE', 'TRANG_THAI_PHAP_LY'],
    sign: 'bad',
    urgent: true,
    needs: isOfficiallyKnown,
    figures: statusFigures,
    evaluate: ({ officialStatus: { tax } }) =>
      tax?.sub !== undefined && TAX_RISKS.has(tax.sub) ? { status: tax.sub, on: tax.on } : undefined,
    message: (_, said) => `Cơ quan thuế chờ xác minh vì rủi ro (trạng thái ${said.status} từ ${said.on}).`,
  }),
  NOT_AT_ADDRESS: rule<StatusEvidence>({
    version: 3,
    kind: 'authority',
    madeBy: ['TRANG_THAI_THUE', 'TRANG_THAI_PHAP_LY'],
    question: 'Cơ quan thuế, đăng ký kinh doanh có kết luận không hoạt động tại địa chỉ đã đăng ký?',
    legalBasis: `${STATUS_OF_CODE}; Điều 35 Nghị định 168/2025/NĐ-CP`,
    fact: 'premises',
    restsOn: ['TRANG_THAI_THUE', 'TRANG_THAI_PHAP_LY'],
    milderThan: 'TAX_STATUS_AT_RISK',
    concernsOffices: true,
    needs: isOfficiallyKnown,
    figures: statusFigures,
    evaluate: ({ officialStatus: { tax, legal } }) => {
      if (tax?.code === '06') return { status: `thuế ${tax.sub ?? tax.code}`, on: tax.on };
      return legal?.code === '3' ? { status: `pháp lý ${legal.code}`, on: legal.on } : undefined;
    },
    message: (_, said) => `Không hoạt động tại địa chỉ đã đăng ký (trạng thái ${said.status} từ ${said.on}).`,
  }),
  INSPECTION_NOT_FOUND: rule<Evidence & { readonly on: string }>({
    version: 3,
    kind: 'authority',
    madeBy: ['KIEM_TRA_TRU_SO'],
    // The weight is limited because small companies are often absent at a visit.
    atMost: 2,
    question: 'Kiểm tra trụ sở lần gần nhất có thấy doanh nghiệp không?',
    legalBasis: 'Điều 7 Thông tư 91/2026/TT-BTC; Điều 42 Luật Doanh nghiệp',
    fact: 'premises',
    restsOn: ['KIEM_TRA_TRU_SO'],
    milderThan: 'TAX_STATUS_AT_RISK',
    needs: isOfficiallyKnown,
    figures: { on: figure.day('ngày kiểm tra') },
    evaluate: ({ officialStatus: { inspection } }) =>
      inspection && !inspection.found ? { on: inspection.on } : undefined,
    message: (_, said) => `Kiểm tra ngày ${said.on} không tìm thấy doanh nghiệp tại trụ sở.`,
  }),
  INSPECTION_FOUND: rule<Evidence & { readonly on: string }>({
    version: 3,
    kind: 'authority',
    madeBy: ['KIEM_TRA_TRU_SO'],
    question: 'Kiểm tra trụ sở có thấy doanh nghiệp hoạt động không (giảm nhẹ)?',
    legalBasis: 'Điều 42 Luật Doanh nghiệp',
    fact: 'premises-found',
    restsOn: ['KIEM_TRA_TRU_SO'],
    relief: true,
    needs: isOfficiallyKnown,
    figures: { on: figure.day('ngày kiểm tra') },
    evaluate: ({ officialStatus: { inspection } }) => (inspection?.found === true ? { on: inspection.on } : undefined),
    message: (_, said) => `Giảm nhẹ: kiểm tra ngày ${said.on} thấy doanh nghiệp có hoạt động tại trụ sở.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
