import { addDays, daysBetween, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { CompanyFacts, SignalKind } from '../facts/company-facts.ts';
import type { Span } from '../coverage.ts';
import { officialStatusOf } from '../facts/official-status.ts';
import { filesReturns } from '../facts/returns.ts';

/**
 * Whether a company really does business (hoạt động kinh doanh thực tế), which matters to the registration and tax
 * offices. It is no sign of danger, and no rule about danger uses it.
 */
export type Activity = 'active' | 'inactive' | 'suspended' | 'unknown';

export interface ActivityAnswer {
  readonly activity: Activity;
  /** Vietnamese sentences, each with the data that a reader needs to check it. */
  readonly reasons: readonly string[];
  /** The sentences for the registration office, without banks' data. */
  readonly officeReasons?: readonly string[];
}

const YEAR_DAYS = 365;
/**
 * The age from which a company's activity is judged, when its terms for capital have passed: 90 days to contribute and
 * 30 to register the paid-in capital (Luật Doanh nghiệp Art. 47.2, 47.4). A younger company may not have sold anything
 * yet.
 */
const FOUNDED_DAYS = 120;
/** Insured people are reported irregularly, so rows up to this age still count. */
const INSURANCE_DAYS = 180;
/** A monthly amount that interest and fees of an account do not reach. */
const TRIFLE = 5_000_000;
/** The days after the end of a period within which its row comes, so that coverage may begin this much later. */
const FILING_DAYS = 120;

interface Life {
  readonly on: IsoDate;
  readonly what: string;
  readonly byBank?: true;
}

/** Judges a company's activity on the day of its facts. */
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

/** The first day on which a company becomes inactive if nothing new is reported; undefined where it is inactive already. */
export function turnsInactiveOn(facts: CompanyFacts): IsoDate | undefined {
  const last = lastLife(facts);
  return last && addDays(last.on, YEAR_DAYS + 1);
}

const askedSince = ({ registeredOn, asOf }: CompanyFacts): IsoDate => {
  const yearAgo = addDays(asOf, -YEAR_DAYS);
  return registeredOn > yearAgo ? registeredOn : yearAgo;
};

/** The latest sale, invoice, insured person or considerable money. */
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

/**
 * Whether missing rows count, because the company's own offices are covered: for sales since the first relevant day,
 * and for insurance recently.
 */
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
