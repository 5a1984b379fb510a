import { daysFrom, sum } from './days-and-quarters.ts';
import type { Right, Said } from './sentence-class.ts';
import { numberIn, when } from './shown.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { Company, Month } from './company.ts';

const LEAST_MOVEMENT = 1_000_000;

const CONSIDERABLE = 20_000_000;

interface Added {
  readonly period: string;
  readonly credit: number;
  readonly debit: number;
  readonly rows: readonly Month[];
}

/** The months in which money moved through some accounts. */
export function monthsOf(rows: readonly Month[], from = '', to = '9999'): Added[] {
  const moved = rows.filter(
    ({ credit, debit, period }) =>
      (credit >= LEAST_MOVEMENT || debit >= LEAST_MOVEMENT) && period >= from && period <= to,
  );
  return [...Map.groupBy(moved, ({ period }) => period)]
    .map(([period, found]) => ({
      period,
      rows: found,
      credit: sum(found, (one) => one.credit),
      debit: sum(found, (one) => one.debit),
    }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

export const banksOf = (rows: readonly { readonly bank: string }[]) =>
  [...new Set(rows.map(({ bank }) => bank))].sort();

export const allBanks = ({ months }: Company): string[] => banksOf(months);

/** The totals of a sentence about months: of all accounts, or of the one account that it means. */
export function through(said: Said, company: Company): Right {
  const [from, to] = [when(said.from ?? said.month), when(said.to ?? said.month)];
  const byAccount = [...Map.groupBy(company.months, ({ bank, number }) => `${bank} ${number}`).values()];
  const asked = said.one === undefined ? [company.months] : byAccount;
  const found = asked.map((rows) => throughOf(rows, from, to));
  return found.find(({ credit }) => credit === Number((said.credit ?? '').replaceAll(/\D/gu, ''))) ?? found[0] ?? {};
}

/** The account of which all rows are, and its bank. */
function onlyAccount([first, ...others]: readonly Month[]): Right {
  const isOne =
    first !== undefined && others.every(({ bank, number }) => bank === first.bank && number === first.number);
  return { number: isOne ? first.number : '', bank: isOne ? bankNameOf(first.bank) : '' };
}

const GONE_WITHIN = 30;

/** The months of the account that a sentence means in which its money left within minutes, beside its other months. */
export function surgeOf(said: Said, company: Company): Right {
  const byAccount = [...Map.groupBy(company.months, ({ bank, number }) => `${bank} ${number}`).values()];
  const found = byAccount.map((rows): Right => {
    const isQuick = ({ credit, held = GONE_WITHIN + 1 }: Month) => credit >= CONSIDERABLE && held <= GONE_WITHIN;
    const usual = monthsOf(rows.filter((row) => !isQuick(row))).flatMap((month) => month.rows);
    const credits = usual.map(({ credit }) => credit).sort((a, b) => a - b);
    const counts = usual.map(({ payments = Number.POSITIVE_INFINITY }) => payments).sort((a, b) => a - b);
    const middle = usual.length >> 1;
    const [usually, usualMost, usualPayments] = [credits[middle] ?? 0, credits.at(-1), counts[middle] ?? 0];
    const surge = rows.filter(
      (row) => isQuick(row) && (row.credit >= usually * 3 || (row.payments ?? 0) >= usualPayments * 10),
    );
    const rests = Math.min(...usual.flatMap(({ held }) => held ?? []));
    const alsoQuick = rows.filter(isQuick).length - surge.length;
    return {
      ...throughOf(surge, '', '9999'),
      usual: usual.length,
      usually,
      usualMost,
      usualPayments,
      rests,
      alsoQuick,
    };
  });
  return found.find(({ credit }) => credit === numberIn(said.credit ?? '')) ?? {};
}

export function throughOf(all: readonly Month[], from: string, to: string): Right {
  const months = monthsOf(all, from, to);
  const rows = months.flatMap((month) => month.rows);
  const [credit, debit] = [sum(months, (one) => one.credit), sum(months, (one) => one.debit)];
  const heldFor = (some: readonly Month[]) => {
    const timed = some.filter(({ held }) => held !== undefined);
    const credits = sum(timed, (one) => one.credit);
    return credits === 0 ? [] : [Math.round(sum(timed, (one) => one.credit * (one.held ?? 0)) / credits)];
  };
  const each = months.flatMap((month) => heldFor(month.rows));
  const compared = months.filter((one) => one.credit >= CONSIDERABLE);
  const shares = compared
    .filter((one) => one.rows.every(({ empty }) => empty === 0))
    .map((one) => (one.debit / one.credit) * 100);
  const counted = rows.every(({ payments }) => payments !== undefined);
  return {
    ...onlyAccount(rows),
    months: months.length,
    from: months[0]?.period,
    to: months.at(-1)?.period,
    month: months[0]?.period,
    credit,
    debit,
    share: credit === 0 ? 0 : (debit / credit) * 100,
    held: heldFor(rows)[0],
    shortest: Math.min(...each),
    longest: Math.max(...each),
    timed: sum(
      rows.filter(({ held }) => held !== undefined),
      (one) => one.credit,
    ),
    empty: sum(rows, (one) => one.empty),
    banks: banksOf(all),
    payments: counted && months.length > 0 ? sum(rows, (one) => one.payments) / months.length : undefined,
    compared: shares.length,
    least: Math.min(...shares),
    most: Math.max(...shares),
  };
}

/** The months of considerable money. */
export function life(company: Company): Right {
  const all = monthsOf(company.months);
  const months = all.filter(({ credit }) => credit >= CONSIDERABLE);
  const first = months[0]?.period ?? '';
  const [largest] = months.toSorted((a, b) => b.credit - a.credit);
  return {
    month: first,
    from: first,
    to: months.at(-1)?.period,
    months: months.length,
    credit: sum(months, (one) => one.credit),
    banks: allBanks(company),
    age: Math.max(0, daysFrom(company.registeredOn, `${first}-01`)),
    largest: largest?.credit,
    largestMonth: largest?.period,
  };
}
