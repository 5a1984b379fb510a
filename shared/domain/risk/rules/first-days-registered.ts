import { FIRST_DAYS, firstDaysOfTheYoung, firstDaysUnderTheNew } from '../facts/first-days.ts';
import type { CompanyProfile } from '../facts/company-profile.ts';
import type { RepresentativeChange } from '../facts/representative-change.ts';
import { REPORTING_BANKS, REGISTRATION_DAY } from './figure.ts';
import { DAYS_FIGURES, type DaysEvidence, daysEvidence } from './first-days.ts';
import { reportsDays } from './preconditions.ts';
import {
  CHANGE_FIGURES,
  EARLIER_SHARE,
  moneyBefore,
  type MoneyBefore,
  representativeChanged,
} from './change-of-representative.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;

type YoungDaysEvidence = DaysEvidence & { readonly banks: string; readonly registeredOn: string };

function youngForItsFirstDays(reading: CompanyProfile): YoungDaysEvidence | undefined {
  const found = firstDaysOfTheYoung(reading);
  return found && { banks: reading.banks, registeredOn: reading.facts.registeredOn, ...daysEvidence(found) };
}

type NewHandsEvidence = RepresentativeChange & DaysEvidence & MoneyBefore & { readonly banks: string };

function newHandsThenDays(reading: CompanyProfile): NewHandsEvidence | undefined {
  const { representativeChange } = reading;
  const found = firstDaysUnderTheNew(reading);
  if (representativeChange === undefined || found === undefined) return undefined;
  const { known, monthly } = moneyBefore(representativeChange, reading);
  if (monthly > found.creditThen * EARLIER_SHARE) return undefined;
  return { ...representativeChange, banks: reading.banks, ...known, ...daysEvidence(found) };
}

/** The rules that compare first days of money with the register: the age of a company, and its representative. */
export const FIRST_DAYS_REGISTERED_RULES = {
  YOUNG_FOR_ITS_FIRST_DAYS: rule<YoungDaysEvidence>({
    version: 3,
    kind: 'registration',
    madeBy: ['flows', 'registrations'],
    question: `Doanh nghiệp đăng ký chưa quá ${FIRST_DAYS.ageDays} ngày có từ ${formatMoney(FIRST_DAYS.credit)}, hoặc tiền như \`FIRST_DAYS_AT_ONCE\` nêu, vào tài khoản trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày) không?`,
    legalBasis: GUIDANCE,
    fact: 'age',
    restsOn: ['registrations', 'flows'],
    milderThan: 'YOUNG_FOR_ITS_MONEY',
    needs: reportsDays,
    figures: { banks: REPORTING_BANKS, registeredOn: REGISTRATION_DAY, ...DAYS_FIGURES },
    evaluate: youngForItsFirstDays,
    message: ({ registeredOn, firstDay, days, daysWithMoney, creditThen, paymentsADay }) =>
      `Đăng ký ngày ${formatDate(registeredOn)}, có tiền vào tài khoản từ ngày ${formatDate(firstDay)}: trong ${days} ngày có ${daysWithMoney} ngày tiền vào, tổng cộng ${formatMoney(creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(paymentsADay)} giao dịch.`,
  }),
  NEW_HANDS_THEN_DAYS_OF_MONEY: rule<NewHandsEvidence>({
    version: 2,
    kind: 'registration',
    madeBy: ['flows', 'registrations', 'THAY_DOI'],
    question: `Trong 12 tháng, sau khi đổi người đại diện, có từ ${formatMoney(FIRST_DAYS.credit)} vào tài khoản trong ${FIRST_DAYS.days} ngày từ ngày đầu có tiền (ngân hàng báo theo ngày), mà trước đó bình quân một tháng không quá một phần mười số đó không?`,
    legalBasis: GUIDANCE,
    fact: 'representativeChange',
    restsOn: ['registrations', 'accounts', 'flows', 'THAY_DOI', 'TO_KHAI_THUE'],
    milderThan: 'NEW_HANDS_THEN_MONEY',
    needs: reportsDays,
    figures: { ...CHANGE_FIGURES, banks: REPORTING_BANKS, ...DAYS_FIGURES },
    evaluate: newHandsThenDays,
    message: ({ on, ageThen, before, firstDay, days, daysWithMoney, creditThen, paymentsADay }) =>
      `${representativeChanged(on, ageThen, before)} từ ngày ${formatDate(firstDay)} có tiền vào: trong ${days} ngày có ${daysWithMoney} ngày tiền vào, tổng cộng ${formatMoney(creditThen)}, mỗi ngày ấy bình quân ${withThousandsDots(paymentsADay)} giao dịch.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
