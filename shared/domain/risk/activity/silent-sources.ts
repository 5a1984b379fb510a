import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, SignalKind } from '../facts/company-facts.ts';
import { coversSales, spanOfSales } from './covered-sales.ts';
import { areAccountsSilent, SETTLED_DAYS } from './silent-accounts.ts';

/** Insured people are reported irregularly, so rows up to this age still count. */
const INSURANCE_DAYS = 180;

/**
 * Where missing sales would have shown: in the returns and invoices that the tax office sends of the company, in the
 * invoices between companies, or in the money that banks report.
 */
export type SilentAbout = 'returns' | 'invoice-pairs' | 'accounts';

const SALES: readonly (readonly [SignalKind, string])[] = [
  ['TO_KHAI_THUE', 'tờ khai thuế'],
  ['HOA_DON', 'hóa đơn'],
];

/** The first source that would have shown sales since a day, or the Vietnamese names of the data that are missing. */
export interface SilentSource {
  readonly silent: SilentAbout | undefined;
  readonly uncovered: readonly string[];
}

/**
 * Whether missing rows count. Its own tax office comes first. Where that office sends nothing, the sales invoices of a
 * company that others name count instead, once it is half a year old; a younger one may not have sold to a company yet.
 * The third source is the money of its accounts.
 */
export function silentSourceOf(facts: CompanyFacts, since: IsoDate): SilentSource {
  const { asOf, coverage } = facts;
  const { BHXH: insured } = coverage.signals;
  const nobody = insured !== undefined && insured.to >= addDays(asOf, -INSURANCE_DAYS) ? [] : ['bảo hiểm xã hội'];
  const missing = SALES.filter(([kind]) => !coversSales(coverage.signals[kind], since, asOf)).map(([, name]) => name);
  const silent = missing.length === 0 ? 'returns' : otherSourceOf(facts, since);
  return { silent: nobody.length === 0 ? silent : undefined, uncovered: [...missing, ...nobody] };
}

/** Days that the coverage of a kind of signals must reach at its end, or from which on it must begin. */
export interface MissingDays {
  readonly kind: SignalKind;
  readonly to: IsoDate | undefined;
  readonly from: IsoDate | undefined;
}

/** The days without which missing rows do not count. */
export function missingDaysOf({ asOf, coverage: { signals } }: CompanyFacts, since: IsoDate): readonly MissingDays[] {
  const insured = { kind: 'BHXH' as const, to: addDays(asOf, -INSURANCE_DAYS), from: undefined };
  const sales = SALES.map(([kind]) => ({ kind, ...spanOfSales(since, asOf) }));
  return [insured, ...sales].flatMap(({ kind, to, from }) => {
    const covered = signals[kind];
    const isTo = covered !== undefined && covered.to >= to;
    const isFrom = covered !== undefined && (from === undefined || covered.from <= from);
    return isTo && isFrom ? [] : [{ kind, to: isTo ? undefined : to, from: isFrom ? undefined : from }];
  });
}

function otherSourceOf(facts: CompanyFacts, since: IsoDate): SilentAbout | undefined {
  const { asOf, registeredOn, coverage, invoicePairs } = facts;
  const isSettled = daysBetween(registeredOn, asOf) >= SETTLED_DAYS;
  if (isSettled && invoicePairs !== undefined && coversSales(coverage.invoicePairs, since, asOf))
    return 'invoice-pairs';
  return areAccountsSilent(facts, since) ? 'accounts' : undefined;
}
