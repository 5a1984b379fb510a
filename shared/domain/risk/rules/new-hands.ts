import type { CompanyProfile } from '../facts/company-profile.ts';
import { declaresSales, quartersWithoutSales, revenueOf } from '../facts/returns.ts';
import { quarterName, quarterNumber } from '../facts/tax-calendar.ts';
import { daysBetween } from '#shared/domain/vietnamese/dates.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { figure } from './figure.ts';
import type { Evidence } from './finding.ts';
import { hasNewRepresentative } from './preconditions.ts';
import { OPERATIONAL_INDICATOR, rule, type RuleRecord } from './rule.ts';
import { percent } from './wording.ts';
import { type WithoutSales, withoutSalesEvidence, withoutSalesFigures, withoutSalesInWords } from './without-sales.ts';

const GUIDANCE = `dấu hiệu theo hướng dẫn của cơ quan thuế về doanh nghiệp rủi ro; ${OPERATIONAL_INDICATOR}`;
const CHANGED_ON = figure.day('ngày đổi người đại diện');

type EmptiedEvidence = WithoutSales & {
  readonly on: string;
  readonly quarters: number;
  readonly unknownQuarters: number;
  readonly revenueBefore: number;
  readonly lastQuarter: string;
};

/**
 * A company that declared the sales of a trade, then none in its last quarter before the change, and none since. The
 * revenue of earlier quarters need not be known.
 */
function emptiedThenSold({
  representativeChange: change,
  returns,
  facts,
}: CompanyProfile): EmptiedEvidence | undefined {
  if (change === undefined || facts.coverage.revenuesDoubtful) return undefined;
  const thatQuarter = quarterNumber(change.on) ?? 0;
  const since = quartersWithoutSales(returns, (quarter) => quarter >= thatQuarter);
  if (since === undefined) return undefined;
  const before = returns.declared.filter(({ quarter }) => quarter < thatQuarter).sort((a, b) => a.quarter - b.quarter);
  const last = before.at(-1);
  const selling = before.filter(({ revenue }) => revenue !== 0);
  const revenue = revenueOf(selling);
  if (last === undefined || last.revenue !== 0 || !declaresSales({ declared: selling, revenue })) return undefined;
  const unknownQuarters = selling.filter((one) => one.revenue === undefined).length;
  return {
    on: change.on,
    quarters: selling.length - unknownQuarters,
    unknownQuarters,
    revenueBefore: revenue,
    lastQuarter: quarterName(last.quarter),
    ...withoutSalesEvidence(since),
  };
}

type StaffLeftEvidence = WithoutSales & {
  readonly on: string;
  readonly most: number;
  readonly last: number;
  readonly lastOn: string;
};

/** A share of the staff that a trade which goes on keeps. */
const STAFF_KEPT = 0.25;

/** A company whose staff had left before the change, and to which nobody has come since, while nothing was sold. */
function staffLeftThenSold({
  representativeChange: change,
  returns,
  facts: { insured },
}: CompanyProfile): StaffLeftEvidence | undefined {
  if (change === undefined) return undefined;
  const thatQuarter = quarterNumber(change.on) ?? 0;
  const since = quartersWithoutSales(returns, (quarter) => quarter >= thatQuarter);
  const last = insured.findLast(({ on }) => on < change.on);
  const most = Math.max(...insured.map(({ count }) => count));
  if (since === undefined || last === undefined || most < 2 || last.count > most * STAFF_KEPT) return undefined;
  if (insured.some(({ on, count }) => on > last.on && count > last.count)) return undefined;
  return { on: change.on, most, last: last.count, lastOn: last.on, ...withoutSalesEvidence(since) };
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
    version: 4,
    kind: 'sales',
    madeBy: ['TO_KHAI_THUE', 'THAY_DOI'],
    question:
      'Trong 12 tháng có đổi người đại diện; trước đó doanh nghiệp từng khai doanh thu từ 150 triệu đồng một quý, nhưng quý cuối đã khai trước khi đổi bằng 0, và từ quý đổi chưa khai doanh thu không?',
    legalBasis: GUIDANCE,
    fact: 'emptied',
    restsOn: ['TO_KHAI_THUE', 'THAY_DOI', 'registrations', 'TRANG_THAI_PHAP_LY'],
    // What was before the change does not change any more.
    urgent: true,
    needs: hasNewRepresentative,
    figures: {
      on: CHANGED_ON,
      quarters: figure.count('số quý trước đó có doanh thu'),
      unknownQuarters: figure.count('số quý trước đó đã khai, chưa rõ doanh thu'),
      revenueBefore: figure.money('doanh thu đã khai của các quý đó'),
      lastQuarter: figure.quarter('quý cuối đã khai trước khi đổi, không có doanh thu'),
      ...withoutSalesFigures('từ quý đổi'),
    },
    evaluate: emptiedThenSold,
    message: (evidence, said) =>
      `Đổi người đại diện ngày ${said.on}; trước đó ${said.quarters} quý khai doanh thu ${said.revenueBefore}${evidence.unknownQuarters === 0 ? '' : `, ${said.unknownQuarters} quý đã khai khác chưa rõ doanh thu`}, nhưng quý ${said.lastQuarter}, quý cuối đã khai trước khi đổi, không có doanh thu. Từ quý đổi: ${withoutSalesInWords(evidence, said)}.`,
  }),
  STAFF_LEFT_THEN_SOLD: rule<StaffLeftEvidence>({
    version: 1,
    kind: 'sales',
    madeBy: ['BHXH', 'THAY_DOI'],
    question: `Trong 12 tháng có đổi người đại diện; từng có từ 2 lao động đóng bảo hiểm xã hội, nhưng số báo cuối trước khi đổi không quá ${percent(STAFF_KEPT)} số cao nhất, đến nay không tăng lại, và từ quý đổi chưa khai doanh thu không?`,
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
      ...withoutSalesFigures('từ quý đổi'),
    },
    evaluate: staffLeftThenSold,
    message: (evidence, said) =>
      `Đổi người đại diện ngày ${said.on}; từng có ${said.most} lao động đóng bảo hiểm xã hội, đến ngày ${said.lastOn}, số báo cuối trước khi đổi, ${evidence.last === 0 ? 'không còn ai' : `còn ${said.last}`}. Từ quý đổi: ${withoutSalesInWords(evidence, said)}.`,
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
    message: (_, said) => `Đổi người đại diện ngày ${said.on}, mở ví điện tử ${said.wallets} từ ngày ${said.opened}.`,
  }),
} satisfies Readonly<Record<string, RuleRecord>>;
