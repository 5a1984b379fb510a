import { addDays, daysBetween, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { daysOfPeriod, periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { CompanyFacts } from '../facts/company-facts.ts';
import { officialStatusOf } from '../facts/official-status.ts';
import { filesReturns } from '../facts/returns.ts';
import {
  accountsTurnSilentOn,
  answeringAccounts,
  creditSince,
  type MissingDays,
  missingDaysOf,
  MOST_WITHOUT_TRADE,
  type SilentAbout,
  silentSourceOf,
} from './silent-accounts.ts';

/** One company in this number is drawn each half-year. */
const ONE_IN = 400;

/**
 * Whether an unflagged company is drawn for the office's check in this half-year. The results show how many dangerous
 * companies the rules miss, so that weights are not fitted to flagged companies alone. The draw depends only on the
 * code and the half-year, so that nobody can influence it and each assessment gives the same result.
 */
export function isInRandomSample(enterpriseCode: string, asOf: IsoDate): boolean {
  let hash = 0x81_1c_9d_c5;
  for (const letter of `${enterpriseCode} ${halfYearOf(asOf)}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01_00_01_93) >>> 0;
  return (hash >>> 7) % ONE_IN === 0;
}

/** The half-year of a day, such as `2025-2`. */
const halfYearOf = (day: IsoDate): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;

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

export const YEAR_DAYS = 365;
/**
 * The age from which a company's activity is judged, when its terms for capital have passed: 90 days to contribute and
 * 30 to register the paid-in capital (Luật Doanh nghiệp Art. 47.2, 47.4). A younger company may not have sold anything
 * yet.
 */
const FOUNDED_DAYS = 120;

interface Life {
  readonly on: IsoDate;
  readonly what: string;
  readonly byBank?: true;
}

/** Judges a company's activity on the day of its facts. */
export function activityOf(facts: CompanyFacts): ActivityAnswer {
  const said = saidByRows(facts);
  if (said) return said;
  const since = askedSince(facts);
  const { silent, uncovered } = silentSourceOf(facts, since);
  if (silent === undefined)
    return {
      activity: 'unknown',
      reasons: [`Chưa có dữ liệu đầy đủ từ ngày ${formatDate(since)}: ${uncovered.join(', ')}.`],
    };
  return { activity: 'inactive', ...inactiveReasons(facts, since, silent, lastLife(facts)) };
}

/** The coverage by which the answer about the activity of these facts would change. */
export const activityAwaits = (facts: CompanyFacts): readonly MissingDays[] =>
  saidByRows(facts) ? [] : missingDaysOf(facts, askedSince(facts));

/** The answer that needs no coverage; undefined where missing rows decide. */
function saidByRows(facts: CompanyFacts): ActivityAnswer | undefined {
  const { suspendedFrom } = officialStatusOf(facts);
  if (suspendedFrom !== undefined)
    return { activity: 'suspended', reasons: [`Tạm ngừng kinh doanh từ ngày ${formatDate(suspendedFrom)}.`] };
  const last = lastLife(facts);
  if (last !== undefined && last.on > askedSince(facts))
    return { activity: 'active', reasons: [`${last.what} đến ngày ${formatDate(last.on)}.`] };
  if (!filesReturns(facts))
    return { activity: 'unknown', reasons: ['Đơn vị phụ thuộc hoặc hộ kinh doanh: không tự khai thuế.'] };
  if (daysBetween(facts.registeredOn, facts.asOf) <= FOUNDED_DAYS)
    return {
      activity: 'unknown',
      reasons: [`Đăng ký ngày ${formatDate(facts.registeredOn)}, chưa quá ${FOUNDED_DAYS} ngày.`],
    };
  return undefined;
}

/**
 * The days on which a company may become inactive if nothing new is reported. A company at work does not before a year
 * after it; on that day its accounts are asked.
 */
export function turnsInactiveOn(facts: CompanyFacts): readonly IsoDate[] {
  const last = lastLife(facts);
  return last !== undefined && last.on > askedSince(facts)
    ? [addDays(last.on, YEAR_DAYS)]
    : accountsTurnSilentOn(facts);
}

const askedSince = ({ registeredOn, asOf }: CompanyFacts): IsoDate => {
  const yearAgo = addDays(asOf, -YEAR_DAYS);
  return registeredOn > yearAgo ? registeredOn : yearAgo;
};

/** The latest sale, invoice, insured person or considerable money. */
function lastLife({ asOf, returns, invoices, invoicePairs, insured, accounts }: CompanyFacts): Life | undefined {
  const lives: Life[] = [];
  for (const { period, revenue = 0 } of returns)
    if (revenue > 0) lives.push({ on: periodEnd(period), what: 'Khai doanh thu' });
  for (const { period, total = 0 } of invoices)
    if (total > 0) lives.push({ on: periodEnd(period), what: 'Xuất hóa đơn' });
  for (const { period, total } of invoicePairs?.sold ?? [])
    if (total > 0) lives.push({ on: daysOfPeriod(period).to, what: 'Xuất hóa đơn' });
  for (const { on, count } of insured) if (count > 0) lives.push({ on, what: 'Đóng bảo hiểm xã hội cho lao động' });
  for (const { flows } of accounts)
    for (const { period, credit } of flows)
      if (credit > MOST_WITHOUT_TRADE)
        lives.push({ on: periodEnd(period), what: 'Có tiền vào tài khoản', byBank: true });
  const latest = lives.reduce<Life | undefined>(
    (last, one) => (last === undefined || one.on > last.on ? one : last),
    undefined,
  );
  return latest && { ...latest, on: latest.on > asOf ? asOf : latest.on };
}

function inactiveReasons(facts: CompanyFacts, since: IsoDate, silent: SilentAbout, last: Life | undefined) {
  const sold = `Sau ngày ${formatDate(since)}: ${soldNothing(facts, since, silent)}, không có lao động nào được báo đóng bảo hiểm xã hội.`;
  const seen = moneySeen(facts, since, silent);
  const before = last
    ? `Lần hoạt động cuối: ${last.what.toLowerCase()} đến ngày ${formatDate(last.on)}.`
    : 'Chưa thấy hoạt động nào trong dữ liệu đã nhận.';
  return {
    reasons: [sold, `${seen.charAt(0).toUpperCase()}${seen.slice(1)}.`, before],
    officeReasons: [sold, ...(last?.byBank ? [] : [before])],
  };
}

/** What the banks reported; where money alone answers, its sum, and how many accounts no bank has reported. */
function moneySeen(facts: CompanyFacts, since: IsoDate, silent: SilentAbout): string {
  const { accounts } = facts;
  const isAlone = silent === 'accounts';
  const reported = (isAlone ? answeringAccounts(facts, since) : accounts.filter(({ flows }) => flows.length > 0))
    .length;
  if (reported === 0) return 'chưa ngân hàng nào báo số liệu tài khoản';
  const where = `ở ${reported} tài khoản mà ngân hàng có báo`;
  if (!isAlone) return `không có tiền vào trên 5 triệu đồng một tháng ${where}`;
  const sum = creditSince(accounts, since);
  const came = sum === 0 ? 'không có tiền vào' : `tiền vào cộng lại chỉ ${formatMoney(sum)}`;
  const others = accounts.length - reported;
  return others === 0 ? `${came} ${where}` : `${came} ${where}; ${others} tài khoản khác chưa có số liệu`;
}

/** What the tax office's data, or the invoices of others where that office sends none, say about sales. */
function soldNothing({ returns, invoices }: CompanyFacts, since: IsoDate, silent: SilentAbout): string {
  if (silent === 'invoice-pairs')
    return 'chưa có dữ liệu thuế của doanh nghiệp; trong hóa đơn giữa các doanh nghiệp không có lần bán nào';
  if (silent === 'accounts') return 'chưa có dữ liệu thuế của doanh nghiệp; không có dữ liệu nào cho thấy bán hàng';
  const isAfter = ({ period }: { readonly period: string }) => periodEnd(period) > since;
  const revenues = returns.filter(isAfter).map(({ revenue }) => revenue);
  const isUnsure = invoices.some((one) => one.total === undefined && isAfter(one));
  return `${nothingDeclared(revenues)}, ${isUnsure ? 'hóa đơn chưa rõ giá trị' : 'không có hóa đơn'}`;
}

/** What the returns declare, none of which declares a sale. A revenue that is unknown is not none. */
function nothingDeclared(revenues: readonly (number | undefined)[]): string {
  const filed = revenues.length;
  const unknown = revenues.filter((revenue) => revenue === undefined).length;
  if (filed === 0) return 'không nộp tờ khai thuế';
  const all = filed === 1 ? 'tờ khai thuế duy nhất' : `${filed} tờ khai thuế đều`;
  if (unknown === filed) return `${all} chưa rõ doanh thu`;
  if (unknown === 0) return `${all} không có doanh thu`;
  return `${filed} tờ khai thuế, trong đó ${unknown} tờ chưa rõ doanh thu, còn lại không có doanh thu`;
}

/** A check on the spot that the office is asked for (hậu kiểm). */
export interface PostCheck {
  /**
   * The identity of the check: the activity, and the check before it or the half-year of the draw. A check that is due
   * again is a new task.
   */
  readonly asked: string;
  /** The grounds as Vietnamese sentences. */
  readonly grounds: readonly string[];
  readonly isDrawn: boolean;
}

/** The time for which an inspection's finding is valid. */
export const INSPECTION_DAYS = 365;

const DRAWN = 'Mẫu ngẫu nhiên của kỳ: đề nghị kiểm tra như mọi doanh nghiệp khác; không phải nghi vấn.';

/**
 * The open check of a company. An inspection that found the company at work closes it for a year. After one that did
 * not find the company, the office asks it in writing. After a year the check is due again.
 */
export function postCheckOf(
  facts: CompanyFacts,
  { activity, officeReasons = [] }: ActivityAnswer,
  flagged: boolean,
): PostCheck | undefined {
  const { inspection } = officialStatusOf(facts);
  if (activity === 'inactive') {
    if (inspection === undefined) return { asked: activity, grounds: officeReasons, isDrawn: false };
    const isFresh = facts.asOf <= addDays(inspection.on, INSPECTION_DAYS);
    if (isFresh && inspection.found) return undefined;
    const found = inspection.found ? 'CO_HOAT_DONG' : 'KHONG_TIM_THAY';
    return {
      asked: [activity, found, inspection.on].join(' '),
      grounds: [...officeReasons, inspectedSentence(inspection)],
      isDrawn: false,
    };
  }
  if (flagged || !isInRandomSample(facts.enterpriseCode, facts.asOf)) return undefined;
  const half = halfYearOf(facts.asOf);
  if (inspection !== undefined && halfYearOf(inspection.on) === half) return undefined;
  return { asked: `${activity} ${half}`, grounds: [DRAWN], isDrawn: true };
}

const inspectedSentence = ({ on, found }: { readonly on: IsoDate; readonly found: boolean }): string =>
  found
    ? `Lần kiểm tra gần nhất (ngày ${formatDate(on)}) thấy có hoạt động, nay đã quá một năm.`
    : `Kiểm tra ngày ${formatDate(on)} không tìm thấy doanh nghiệp tại trụ sở.`;

/** The day on which a check is due again if nothing new is reported. */
export const checkDueAgainOn = (facts: CompanyFacts): IsoDate | undefined => {
  const { inspection } = officialStatusOf(facts);
  return inspection && addDays(inspection.on, INSPECTION_DAYS + 1);
};
