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
  return `số ${only.register.accountNumber} tại ${bankNameOf(only.register.bank)}`;
}

/** The account of a finding about money, as a sentence after the finding's own; empty where it is of several accounts. */
export function accountInWords({ evidence }: Pick<Finding, 'evidence'>, accounts: readonly CaseAccount[]): string {
  const money = moneyIn(evidence);
  const account = money && accountMeant(evidence, money, accounts);
  return account === undefined ? '' : ` Đó là tài khoản ${account}.`;
}

/** The money of the gravest finding about money, and whether it is all money that banks reported, so that it is not taken for all money of the company. */
export function gravestMoney(
  findings: readonly Finding[],
  accounts: readonly CaseAccount[],
): readonly { readonly from: string; readonly sentence: string; readonly isAll: boolean }[] {
  const [gravest] = findings
    .flatMap(({ weight, evidence }) => {
      const money = moneyIn(evidence);
      return money === undefined || weight <= 0 ? [] : [{ weight, evidence, money }];
    })
    .sort((a, b) => b.weight - a.weight);
  if (gravest === undefined) return [];
  const { evidence, money } = gravest;
  const { from, to, credit, debit } = money;
  const time =
    from === to ? `tháng ${formatMonth(from)}` : `từ tháng ${formatMonth(from)} đến tháng ${formatMonth(to)}`;
  const account = accountMeant(evidence, money, accounts);
  const where = account === undefined ? '' : `, qua tài khoản ${account}`;
  const sentence = `Dấu hiệu nặng nhất về tiền: ${time}, tiền vào ${formatMoney(credit)}, tiền ra ${formatMoney(debit)}${where}.`;
  const all = accounts.flatMap(({ months, earlier }) => [...months, ...(earlier ? [earlier] : [])]);
  return [{ from, sentence, isAll: all.reduce((sum, one) => sum + one.credit, 0) === credit }];
}
