import { addDays, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '../facts/company-facts.ts';
import { officialStatusOf } from '../facts/official-status.ts';
import type { ActivityAnswer } from './activity.ts';
import { halfYearOf, isInRandomSample } from './random-sample.ts';

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
