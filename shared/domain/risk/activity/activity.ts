import { addDays, daysBetween, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { CompanyFacts, SignalKind } from '../facts/company-facts.ts';
import type { Span } from '../coverage.ts';
import { officialStatusOf } from '../facts/official-status.ts';
import { filesReturns } from '../facts/returns.ts';

/**
 * Whether a company really does business (hoạt động kinh doanh thực tế): a question of the registration and the tax office.
 * It is no sign of danger, and nothing about danger asks for it.
 */
export type Activity = 'active' | 'inactive' | 'suspended' | 'unknown';

export interface ActivityAnswer {
  readonly activity: Activity;
  /** Vietnamese sentences, each with what a reader needs to check it. */
  readonly reasons: readonly string[];
  /** The same for the registration office, without what banks told. */
  readonly officeReasons?: readonly string[];
}

const YEAR_DAYS = 365;
/**
 * A company may be asked about once its terms for capital have passed: 90 days to contribute and 30 to register what was
 * really paid in (Luật Doanh nghiệp Art. 47.2, 47.4). Sooner nobody has had time to sell.
 */
const FOUNDED_DAYS = 120;
/** Insured people are reported now and then: rows so old still speak of today. */
const INSURANCE_DAYS = 180;
/** An account's interest and fees come to less in a month. */
const TRIFLE = 5_000_000;
/** A row of a period comes within so many days of its end: so late the rows of the first days asked about may begin. */
const FILING_DAYS = 120;

interface Life {
  readonly on: IsoDate;
  readonly what: string;
  readonly byBank?: true;
}

/** What the facts say of a company's activity on their day. */
export function activityOf(facts: CompanyFacts): ActivityAnswer {
  const { suspendedFrom } = officialStatusOf(facts);
  if (suspendedFrom !== undefined)
    return { activity: 'suspended', reasons: [`Tạm ngừng kinh doanh từ ngày ${formatDate(suspendedFrom)}.`] };
  const since = askedSince(facts);
  const last = lastLife(facts);
  if (last !== undefined && last.on > since)
    return { activity: 'active', reasons: [`${last.what} đến ngày ${formatDate(last.on)}.`] };
  if (!filesReturns(facts))
    return { activity: 'unknown', reasons: ['Đơn vị phụ thuộc hoặc hộ kinh doanh: không tự khai thuế.'] };
  if (daysBetween(facts.registeredOn, facts.asOf) <= FOUNDED_DAYS)
    return {
      activity: 'unknown',
      reasons: [`Đăng ký ngày ${formatDate(facts.registeredOn)}, chưa quá ${FOUNDED_DAYS} ngày.`],
    };
  const uncovered = uncoveredOf(facts, since);
  if (uncovered.length > 0)
    return {
      activity: 'unknown',
      reasons: [`Chưa có dữ liệu đầy đủ từ ngày ${formatDate(since)}: ${uncovered.join(', ')}.`],
    };
  return { activity: 'inactive', ...inactiveReasons(facts, since, last) };
}

/** The first day on which time alone makes a company inactive; undefined where it shows no life already. */
export function turnsInactiveOn(facts: CompanyFacts): IsoDate | undefined {
  const last = lastLife(facts);
  return last && addDays(last.on, YEAR_DAYS + 1);
}

const askedSince = ({ registeredOn, asOf }: CompanyFacts): IsoDate => {
  const yearAgo = addDays(asOf, -YEAR_DAYS);
  return registeredOn > yearAgo ? registeredOn : yearAgo;
};

/** The latest sale, invoice, insured person or money beyond trifles. */
function lastLife({ asOf, returns, invoices, insured, accounts }: CompanyFacts): Life | undefined {
  const lives: Life[] = [];
  for (const { period, revenue = 0 } of returns)
    if (revenue > 0) lives.push({ on: periodEnd(period), what: 'Khai doanh thu' });
  for (const { period, total = 0 } of invoices)
    if (total > 0) lives.push({ on: periodEnd(period), what: 'Xuất hóa đơn' });
  const staff = insured.at(-1);
  if (staff !== undefined && staff.count > 0) lives.push({ on: staff.on, what: 'Đóng bảo hiểm xã hội cho lao động' });
  for (const { flows } of accounts)
    for (const { period, credit } of flows)
      if (credit > TRIFLE) lives.push({ on: periodEnd(period), what: 'Có tiền vào tài khoản', byBank: true });
  const latest = lives.reduce<Life | undefined>(
    (last, one) => (last === undefined || one.on > last.on ? one : last),
    undefined,
  );
  return latest && { ...latest, on: latest.on > asOf ? asOf : latest.on };
}

const SALES: readonly (readonly [SignalKind, string])[] = [
  ['TO_KHAI_THUE', 'tờ khai thuế'],
  ['HOA_DON', 'hóa đơn'],
];

/** Missing rows count where the company's own offices are covered: sales from the first day asked about, insurance lately. */
function uncoveredOf({ asOf, coverage: { signals } }: CompanyFacts, since: IsoDate): string[] {
  const sales = SALES.filter(([kind]) => !coversSales(signals[kind], since, asOf)).map(([, name]) => name);
  const insurance = signals.BHXH !== undefined && signals.BHXH.to >= addDays(asOf, -INSURANCE_DAYS);
  return insurance ? sales : [...sales, 'bảo hiểm xã hội'];
}

const coversSales = (covered: Span | undefined, since: IsoDate, asOf: IsoDate): boolean =>
  covered !== undefined && covered.from <= addDays(since, FILING_DAYS) && covered.to >= addDays(asOf, -FILING_DAYS);

function inactiveReasons({ returns, accounts }: CompanyFacts, since: IsoDate, last: Life | undefined) {
  const filed = returns.filter(({ period }) => periodEnd(period) >= since).length;
  const reported = accounts.filter(({ flows }) => flows.length > 0).length;
  const day = formatDate(since);
  const sold =
    filed > 0
      ? `Từ ngày ${day}: ${filed} tờ khai thuế đều không có doanh thu, không có hóa đơn.`
      : `Từ ngày ${day}: không nộp tờ khai thuế, không có hóa đơn.`;
  const nobody = 'Không có lao động đóng bảo hiểm xã hội';
  const money =
    reported > 0
      ? `không có tiền vào trên 5 triệu đồng một tháng ở ${reported} tài khoản mà ngân hàng có báo`
      : 'chưa ngân hàng nào báo số liệu tài khoản';
  const before = last
    ? `Lần hoạt động cuối: ${last.what.toLowerCase()} đến ngày ${formatDate(last.on)}.`
    : 'Chưa từng có hoạt động.';
  return {
    reasons: [sold, `${nobody}; ${money}.`, before],
    officeReasons: [sold, `${nobody}.`, ...(last?.byBank ? [] : [before])],
  };
}
