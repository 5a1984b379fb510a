import type { CaseAccount } from './case-file.ts';
import { hasMovement } from '#shared/domain/risk/facts/flows.ts';
import type { Evidence, Finding } from '#shared/domain/risk/rules/finding.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { formatMonth } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney } from '#shared/domain/vietnamese/money.ts';

/** The months of a finding about money, and what came in and went out. */
interface MoneyMeant {
  readonly from: string;
  readonly to: string;
  readonly credit: number;
  readonly debit: number;
}

function moneyIn({ from, to, credit, debit }: Evidence): MoneyMeant | undefined {
  return typeof from === 'string' && typeof to === 'string' && typeof credit === 'number' && typeof debit === 'number'
    ? { from, to, credit, debit }
    : undefined;
}

/** The only account of the finding's bank of which this is the money in its months; undefined where it is of several. */
function accountMeant(
  { banks }: Evidence,
  { from, to, credit }: MoneyMeant,
  accounts: readonly CaseAccount[],
): string | undefined {
  const [only, another] = accounts.filter(({ register, months }) => {
    const meant = months.filter((month) => month.period >= from && month.period <= to && hasMovement(month));
    return register.bank === banks && meant.reduce((sum, month) => sum + month.credit, 0) === credit;
  });
  if (only === undefined || another !== undefined) return undefined;
  return accountNamed(only);
}

/** The accounts that were listed as suspicious in the finding's days; undefined where these are not as many as it counts. */
function accountsListed(
  { accounts: count, suspicions, from, to }: Evidence,
  accounts: readonly CaseAccount[],
): string | undefined {
  if (suspicions === undefined || from === undefined || to === undefined) return undefined;
  const meant = accounts.filter(({ listedOn = [] }) => listedOn.some((on) => on >= from && on <= to));
  return meant.length === count ? meant.map(accountNamed).join('; ') : undefined;
}

/** `số 0123 tại Vietcombank`. */
export const accountNamed = ({ register: { accountNumber, bank } }: CaseAccount): string =>
  `số ${accountNumber} tại ${bankNameOf(bank)}`;

/** The account of a finding about money or a listing, as a sentence after the finding's own; empty where it isn't certain. */
export function accountInWords({ evidence }: Pick<Finding, 'evidence'>, accounts: readonly CaseAccount[]): string {
  const money = moneyIn(evidence);
  const account = money ? accountMeant(evidence, money, accounts) : accountsListed(evidence, accounts);
  return account === undefined ? '' : ` Đó là tài khoản ${account}.`;
}

interface GravestMoney {
  readonly finding: Finding;
  /** Its first month. */
  readonly from: string;
  readonly time: string;
  readonly sentence: string;
  readonly isAll: boolean;
}

/** The money of the gravest finding about money, and whether it is all money that banks reported, so that it is not taken for all money of the company. */
export function gravestMoney(findings: readonly Finding[], accounts: readonly CaseAccount[]): readonly GravestMoney[] {
  const [gravest] = findings
    .flatMap((finding) => {
      const money = moneyIn(finding.evidence);
      return money === undefined || finding.weight <= 0 ? [] : [{ finding, money }];
    })
    .sort((a, b) => b.finding.weight - a.finding.weight);
  if (gravest === undefined) return [];
  const { finding, money } = gravest;
  const { from, to, credit, debit } = money;
  const time =
    from === to ? `tháng ${formatMonth(from)}` : `từ tháng ${formatMonth(from)} đến tháng ${formatMonth(to)}`;
  const account = accountMeant(finding.evidence, money, accounts);
  const where = account === undefined ? '' : `, qua tài khoản ${account}`;
  const sentence = `Dấu hiệu nặng nhất về tiền: ${time}, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)}${where}.`;
  const all = accounts.flatMap(({ months, earlier }) => [...months, ...(earlier ? [earlier] : [])]);
  return [{ finding, from, time, sentence, isAll: all.reduce((sum, one) => sum + one.credit, 0) === credit }];
}
