import type { CompanyProfile } from '../facts/company-profile.ts';
import { declaresSales } from '../facts/returns.ts';
import { quarterName, quarterNumber } from '../facts/tax-calendar.ts';
import { daysBetween, formatDate, formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { hasNewRepresentative } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { percent } from './wording.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;
const CHANGED_ON = figure.day('ngày đổi người đại diện');

type EmptiedEvidence = Evidence & {
  readonly on: string;
  readonly quarters: number;
  readonly revenueBefore: number;
  readonly lastQuarter: string;
};

/** Whether a return declares sales of the quarter of a change of representative or a later one. */
const declaresSalesSince = (on: string, { declared }: CompanyProfile['returns']): boolean =>
  declared.some(({ quarter, revenue }) => quarter >= (quarterNumber(on) ?? 0) && revenue > 0);

/**
 * A company that declared the sales of a trade, then none in its last quarter before the change, and none since. Only
 * that quarter's revenue has to be known.
 */
function emptiedThenSold({
  representativeChange: change,
  returns,
  facts,
}: CompanyProfile): EmptiedEvidence | undefined {
  if (change === undefined || facts.coverage.revenuesDoubtful || declaresSalesSince(change.on, returns))
    return undefined;
  const thatQuarter = quarterNumber(change.on) ?? 0;
  const before = returns.declared.filter(({ quarter }) => quarter < thatQuarter).sort((a, b) => a.quarter - b.quarter);
  const last = before.at(-1);
  const selling = before.filter(({ revenue }) => revenue > 0);
  const revenue = selling.reduce((sum, one) => sum + one.revenue, 0);
  if (last === undefined || last.revenue > 0 || !declaresSales({ declared: selling, revenue })) return undefined;
  const isOfLast = (period: string) => (quarterNumber(period) ?? last.quarter) === last.quarter;
  if (facts.returns.some((one) => one.revenue === undefined && isOfLast(one.period))) return undefined;
  return { on: change.on, quarters: selling.length, revenueBefore: revenue, lastQuarter: quarterName(last.quarter) };
}

type StaffLeftEvidence = Evidence & {
  readonly on: string;
  readonly most: number;
  readonly last: number;
  readonly lastOn: string;
};

/** A share of the staff that a trade which goes on keeps. */
const STAFF_KEPT = 0.25;

/** A company whose staff had left before the change, where nobody is known to have come since, and nothing to be sold. */
function staffLeftThenSold({ representativeChange: change, returns, facts }: CompanyProfile) {
  if (change === undefined || declaresSalesSince(change.on, returns)) return undefined;
  const last = facts.insured.findLast(({ on }) => on < change.on);
  const most = Math.max(...facts.insured.map(({ count }) => count));
  if (last === undefined || most < 2 || last.count > most * STAFF_KEPT) return undefined;
  const hasComeBack = facts.insured.some(({ on, count }) => on > last.on && count > last.count);
  return hasComeBack ? undefined : { on: change.on, most, last: last.count, lastOn: last.on };
}

type WalletEvidence = Evidence & { readonly on: string; readonly opened: string; readonly wallets: string };

/** A new owner who goes on with a trade needs days for a bank; a wallet is opened with a telephone. */
const SOON_DAYS = 30;

function walletOfNewHands({ representativeChange: change, facts }: CompanyProfile): WalletEvidence | undefined {
  if (change === undefined) return undefined;
  const opened = facts.accounts.filter(({ bank, openedOn }) => {
    if (openedOn === undefined || findInstitution(bank)?.kind !== 'wallet') return false;
    const days = daysBetween(change.on, openedOn);
    return days >= 0 && days <= SOON_DAYS;
  });
  const [first] = opened.map(({ openedOn = '' }) => openedOn).sort();
  if (first === undefined) return undefined;
  return { on: change.on, opened: first, wallets: [...new Set(opened.map(({ bank }) => bank))].sort().join(', ') };
}

/** The rules about new hands that papers alone give, where no bank tells of money. */
export const NEW_HANDS_RULES = {
  EMPTIED_THEN_SOLD: rule<EmptiedEvidence>({
    version: 2,
    kind: 'sales',
    madeBy: ['TO_KHAI_THUE', 'THAY_DOI'],
    question:
      'Trong 12 tháng có đổi người đại diện; trước đó doanh nghiệp từng khai doanh thu từ 150 triệu đồng một quý, nhưng quý cuối đã khai trước khi đổi bằng 0, và từ quý đổi chưa khai doanh thu không?',
    legalBasis: GUIDANCE,
    fact: 'emptied',
    restsOn: ['TO_KHAI_THUE', 'THAY_DOI', 'registrations'],
    // What was before the change does not change any more.
    urgent: true,
    needs: hasNewRepresentative,
    figures: {
      on: CHANGED_ON,
      quarters: figure.count('số quý trước đó có doanh thu'),
      revenueBefore: figure.money('doanh thu đã khai của các quý đó'),
      lastQuarter: figure.quarter('quý cuối đã khai trước khi đổi, không có doanh thu'),
    },
    evaluate: emptiedThenSold,
    message: ({ on, quarters, revenueBefore, lastQuarter }) =>
      `Đổi người đại diện ngày ${formatDate(on)}; trước đó ${quarters} quý khai doanh thu ${formatMoney(revenueBefore)}, nhưng quý ${formatQuarter(lastQuarter)}, quý cuối đã khai trước khi đổi, không có doanh thu; từ quý đổi chưa thấy khai doanh thu.`,
  }),
  STAFF_LEFT_THEN_SOLD: rule<StaffLeftEvidence>({
    version: 1,
    kind: 'sales',
    madeBy: ['BHXH', 'THAY_DOI'],
    question: `Trong 12 tháng có đổi người đại diện; trước đó có từ 2 lao động đóng bảo hiểm xã hội, nhưng số báo cuối trước khi đổi không quá ${percent(STAFF_KEPT)} số cao nhất, đến nay không tăng lại, và từ quý đổi chưa khai doanh thu không?`,
    legalBasis: GUIDANCE,
    fact: 'staff-left',
    restsOn: ['BHXH', 'TO_KHAI_THUE', 'THAY_DOI', 'registrations'],
    // What was before the change does not change any more.
    urgent: true,
    needs: hasNewRepresentative,
    figures: {
      on: CHANGED_ON,
      most: figure.count('số lao động đóng bảo hiểm xã hội cao nhất đã báo'),
      last: figure.count('số báo cuối trước khi đổi'),
      lastOn: figure.day('ngày của số báo đó'),
    },
    evaluate: staffLeftThenSold,
    message: ({ on, most, last, lastOn }) =>
      `Đổi người đại diện ngày ${formatDate(on)}; từng có ${most} lao động đóng bảo hiểm xã hội, đến ngày ${formatDate(lastOn)}, số báo cuối trước khi đổi, ${last === 0 ? 'không còn ai' : `còn ${last}`}; từ quý đổi chưa thấy khai doanh thu.`,
  }),
  WALLET_OF_NEW_HANDS: rule<WalletEvidence>({
    version: 1,
    kind: 'account',
    madeBy: ['accounts'],
    question: `Trong ${SOON_DAYS} ngày sau khi đổi người đại diện, có mở ví điện tử không?`,
    legalBasis: GUIDANCE,
    fact: 'account-burst',
    restsOn: ['accounts', 'THAY_DOI', 'registrations'],
    milderThan: 'ACCOUNTS_OPENED_IN_A_BURST',
    needs: hasNewRepresentative,
    figures: {
      on: CHANGED_ON,
      opened: figure.day('ngày mở ví điện tử đầu tiên sau đó'),
      wallets: figure.banks('ví điện tử mở trong các ngày đó'),
    },
    evaluate: walletOfNewHands,
    message: ({ on, opened, wallets }) =>
      `Đổi người đại diện ngày ${formatDate(on)}, mở ví điện tử ${wallets} từ ngày ${formatDate(opened)}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
