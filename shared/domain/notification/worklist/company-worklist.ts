import {
  capitalContributionStatusOf,
  capitalReportDue,
  capitalTermOf,
  MONTHS_TO_REVOCATION,
} from '#shared/domain/risk/facts/capital.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { type ActivityAnswer, type PostCheck, postCheckOf } from '#shared/domain/risk/activity/activity.ts';
import { answeredUntil, MENDED, OFFICE_TERM, updatedUnder } from './asked-in-writing.ts';
import type { WorklistEntry } from './worklist-entry.ts';

/**
 * The office's tasks for a company, with the repairs of its rows (`repairs`) and without anything about flows or police
 * reasons.
 */
export function companyWorklist(
  facts: CompanyFacts,
  repairs: readonly Omit<WorklistEntry, 'kind'>[],
  { answer, flagged }: Answered,
): WorklistEntry[] {
  const check = postCheckOf(facts, answer, flagged);
  return [
    ...distinct(repairs.map((repair): WorklistEntry => ({ kind: 'repair', ...repair, why: `${repair.why}${MENDED}` }))),
    ...capitalEntries(facts),
    ...(facts.address.specific ? [] : [addressEntry(facts)]),
    ...(check ? [postCheckEntry(check)] : []),
    ...facts.accounts.flatMap((account) =>
      account.numberUnsure ? [accountNumberEntry(account.bank, account.maskedNumber)] : [],
    ),
  ].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

/** The same repair in several files is one entry, with the first file as its source. */
function distinct(entries: readonly WorklistEntry[]): WorklistEntry[] {
  const known = new Map<string, WorklistEntry>();
  for (const entry of entries) {
    const key = `${orderOf(entry)} ${entry.why}`;
    const before = known.get(key);
    if (!before || placeOf(entry) < placeOf(before)) known.set(key, entry);
  }
  return [...known.values()];
}

const placeOf = ({ file = '', row = 0 }: WorklistEntry) => `${file} ${String(row).padStart(9, '0')}`;

const orderOf = ({ kind, field, current, proposed }: WorklistEntry) => `${kind} ${field} ${current} ${proposed}`;

/** The conditions of the office's tasks beside the facts. */
export interface Answered {
  readonly answer: ActivityAnswer;
  /** Whether the police are notified of the company; such a company is not drawn for the random sample. */
  readonly flagged: boolean;
}

/** The request to the office, which follows the grounds in an entry's sentence. */
const REQUEST = ` Đề nghị hậu kiểm tình trạng hoạt động: yêu cầu báo cáo${answeredUntil('')}; quá ${MONTHS_TO_REVOCATION} tháng không báo cáo là căn cứ thu hồi (điểm d khoản 1 Điều 212).`;

const postCheckEntry = ({ asked, grounds }: PostCheck): WorklistEntry => ({
  kind: 'post_check',
  field: 'activity',
  current: asked,
  proposed: '',
  why: `${grounds.join(' ')}${REQUEST}`,
});

/** The grounds of a check as the worklist entry words them. */
export const checkGroundsText = ({ why }: Pick<WorklistEntry, 'why'>): string => why.replace(REQUEST, '');

const DRAWN = / \d{4}-[12]$/u;
/** Whether the company was drawn by lot. */
export const isDrawnEntry = ({ current }: Pick<WorklistEntry, 'current'>): boolean => DRAWN.test(current);

/** Says what was proven of the capital, what to ask for, and until when, under the articles that bind this form of company. */
function capitalEntries(facts: CompanyFacts): WorklistEntry[] {
  const term = capitalTermOf(facts);
  const { capital, contributed, dueOn, adjustBy } = capitalContributionStatusOf(facts);
  if (term === undefined || capital === undefined || !capitalReportDue(facts)) return [];
  const proven =
    contributed === 0
      ? 'chưa thấy chứng từ góp vốn nào trong dữ liệu đã nhận'
      : `mới có chứng từ góp ${formatMoney(contributed)} trên vốn điều lệ ${formatMoney(capital)}`;
  const reduce =
    facts.asOf <= adjustBy
      ? `doanh nghiệp chưa góp đủ thì phải đăng ký giảm vốn chậm nhất ngày ${formatDate(adjustBy)}`
      : `hạn đăng ký giảm vốn nếu chưa góp đủ cũng đã hết ngày ${formatDate(adjustBy)}`;
  return [
    {
      kind: 'capital_report_due',
      field: 'charterCapital',
      current: '',
      proposed: '',
      why: `Hạn góp vốn hết ngày ${formatDate(dueOn)} (${term.contribute} Luật Doanh nghiệp), ${proven}. Đề nghị yêu cầu doanh nghiệp báo cáo${answeredUntil(facts.enterpriseCode)}; ${reduce} (${term.reduce}).`,
    },
  ];
}

/** Asks for the full number of an account that came as a spreadsheet's number. */
export const accountNumberEntry = (bank: string, maskedNumber: string): WorklistEntry => ({
  kind: 'account_number',
  field: 'accountNumber',
  current: maskedNumber,
  proposed: '',
  why: `Ngân hàng ${bank} gửi số tài khoản ở ô kiểu số nên có thể đã mất số 0 ở đầu hoặc chữ số cuối; thông báo nếu có chỉ ghi số như ngân hàng đã ghi, đề nghị ngân hàng gửi lại số đầy đủ ở ô kiểu văn bản.${OFFICE_TERM}`,
});

const addressEntry = ({ enterpriseCode, asOf }: CompanyFacts): WorklistEntry => ({
  kind: 'address',
  field: 'headOfficeAddress',
  current: '',
  proposed: '',
  why: `Địa chỉ trụ sở chưa đủ cụ thể (số nhà, đường hoặc thôn, xã: Điều 42 Luật Doanh nghiệp); đề nghị bổ sung ${updatedUnder(enterpriseCode, asOf)}${answeredUntil(enterpriseCode)}.`,
});
