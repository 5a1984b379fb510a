import type { CompanyProfile } from '../facts/company-profile.ts';
import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { figure, type Figures } from './figure.ts';
import type { Evidence } from './finding.ts';
import { hasNewRepresentative } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;

type OpenedEvidence = Evidence & {
  readonly since: string;
  readonly days: number;
  readonly accounts: number;
  /** The sorted BINs of the banks. */
  readonly banks: string;
};

const openedFigures = (since: string): Figures<OpenedEvidence> => ({
  since: figure.day(since),
  days: figure.count('số ngày được xét từ ngày đó'),
  accounts: figure.count('số tài khoản mở trong các ngày đó'),
  banks: figure.banks('ngân hàng của các tài khoản đó'),
});

/** Finds a number of accounts at two or more banks that were opened within a number of days after a day. */
function openedSoon(
  { facts }: CompanyProfile,
  since: IsoDate,
  days: number,
  fewest: number,
): OpenedEvidence | undefined {
  const opened = facts.accounts.filter(
    ({ openedOn }) => openedOn !== undefined && openedOn >= since && daysBetween(since, openedOn) <= days,
  );
  if (opened.length < fewest) return undefined;
  const banks = [...new Set(opened.map(({ bank }) => bank))].sort();
  if (banks.length < 2) return undefined;
  return { since, days, accounts: opened.length, banks: banks.join(', ') };
}

const AFTER_A_CHANGE = { days: 60, fewest: 3 } as const;
const AFTER_FOUNDING = { days: 30, several: 3, two: 2 } as const;

const openedAtOnce = (fewest: number, question: string): RuleRecord<OpenedEvidence> =>
  rule<OpenedEvidence>({
    version: 2,
    kind: 'registration',
    madeBy: ['accounts'],
    question,
    legalBasis: GUIDANCE,
    fact: 'account-burst',
    restsOn: ['accounts', 'registrations'],
    milderThan: 'ACCOUNTS_OPENED_IN_A_BURST',
    needs: ({ facts }) => facts.accounts.length >= fewest,
    figures: openedFigures('ngày đăng ký'),
    evaluate: (reading) => openedSoon(reading, reading.facts.registeredOn, AFTER_FOUNDING.days, fewest),
    message: (_, said) =>
      `Trong ${said.days} ngày từ khi đăng ký (ngày ${said.since}), mở ${said.accounts} tài khoản ở các ngân hàng ${said.banks}.`,
  });

/**
 * Rules about accounts that were opened within a short time. A new business needs one account, and a company that
 * passes money on needs several.
 */
export const ACCOUNTS_OPENED_RULES = {
  ACCOUNTS_OPENED_IN_A_BURST: rule<OpenedEvidence>({
    version: 3,
    kind: 'account',
    madeBy: ['accounts', 'THAY_DOI'],
    question: 'Trong 60 ngày sau khi đổi người đại diện, có mở từ 3 tài khoản trở lên ở ít nhất 2 ngân hàng không?',
    legalBasis: GUIDANCE,
    fact: 'account-burst',
    restsOn: ['accounts', 'registrations', 'THAY_DOI'],
    // The buyer of an honest company also opens accounts at other banks.
    atMost: 4,
    needs: hasNewRepresentative,
    figures: openedFigures('ngày đổi người đại diện'),
    evaluate: (reading) =>
      reading.representativeChange &&
      openedSoon(reading, reading.representativeChange.on, AFTER_A_CHANGE.days, AFTER_A_CHANGE.fewest),
    message: (_, said) =>
      `Trong ${said.days} ngày từ khi đổi người đại diện (ngày ${said.since}), mở ${said.accounts} tài khoản ở các ngân hàng ${said.banks}.`,
  }),
  ACCOUNTS_OPENED_AT_FOUNDING: openedAtOnce(
    AFTER_FOUNDING.several,
    'Trong 30 ngày từ khi đăng ký, có mở từ 3 tài khoản trở lên ở ít nhất 2 ngân hàng không?',
  ),
  TWO_ACCOUNTS_AT_FOUNDING: {
    ...openedAtOnce(
      AFTER_FOUNDING.two,
      'Trong 30 ngày từ khi đăng ký, có mở từ 2 tài khoản trở lên ở ít nhất 2 ngân hàng không?',
    ),
    milderThan: 'ACCOUNTS_OPENED_AT_FOUNDING',
  },
} satisfies Readonly<Record<string, RuleRecord>>;
