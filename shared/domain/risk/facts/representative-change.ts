import { daysBetween, firstFullMonth, type IsoDate, yearOf } from '#shared/domain/vietnamese/dates.ts';
import type { ChangeKind, CompanyFacts } from './company-facts.ts';
import { declaresSales, revenueOf, type Returns } from './returns.ts';
import { quarterNumber } from './tax-calendar.ts';

/** The latest change of representative (thay đổi người đại diện) within a year, and the company's state before it. */
export type RepresentativeChange = {
  readonly on: IsoDate;
  /** The days from the registration to it; absent where the registration says a later day. */
  readonly ageThen?: number;
  /** The revenue declared for the quarters before it, and the number of returns without revenue; absent where none was filed, or a revenue is unknown. */
  readonly revenueBefore?: number;
  readonly zeroQuarters?: number;
  /** Whether the address changed about then too; absent where no such change is known. */
  readonly movedToo?: true;
};

const DAYS_APART = 120;

/** The latest change of representative, where there is one. */
export function representativeChangeOf(
  facts: CompanyFacts,
  { declared, known }: Returns,
): RepresentativeChange | undefined {
  const on = changesOf('representative', facts).at(-1);
  if (on === undefined) return undefined;
  const thatQuarter = quarterNumber(on) ?? 0;
  const before = known ? declared.filter(({ quarter }) => quarter < thatQuarter) : [];
  const movedToo = changesOf('address', facts).some((moved) => Math.abs(daysBetween(moved, on)) <= DAYS_APART);
  return {
    on,
    ...(on >= facts.registeredOn && { ageThen: daysBetween(facts.registeredOn, on) }),
    ...(before.length > 0 && {
      revenueBefore: revenueOf(before),
      zeroQuarters: before.filter(({ revenue }) => revenue === 0).length,
    }),
    ...(movedToo && { movedToo }),
  };
}

const NONE: readonly IsoDate[] = [];

/** The days of the changes of a kind within a year, the oldest first. */
export function changesOf(kind: ChangeKind, { changes, asOf }: CompanyFacts): readonly IsoDate[] {
  if (changes.length === 0) return NONE;
  const from = yearBefore(asOf);
  return changes.filter((change) => change.kind === kind && change.on > from).map(({ on }) => on);
}

const yearBefore = (date: IsoDate): IsoDate => `${yearOf(date) - 1}${date.slice(4)}`;

const HALF_A_MONTH = 15;

/** The month of the change counts for the new representative if most of its days do. */
export const firstMonthUnder = ({ on }: Pick<RepresentativeChange, 'on'>): string =>
  Number(on.slice(8)) <= HALF_A_MONTH ? on.slice(0, 7) : firstFullMonth(on);

interface UnderRepresentative {
  readonly facts: CompanyFacts;
  readonly returns: Returns;
  readonly representativeChange: RepresentativeChange | undefined;
}

/** Whether returns declare the sales of a trade, and still do from the quarter of a change of representative on. */
export function sellsUnderPresent({ returns, representativeChange: change }: UnderRepresentative): boolean {
  if (!declaresSales(returns)) return false;
  if (change === undefined) return true;
  const since = quarterNumber(change.on) ?? 0;
  const declared = returns.declared.filter(({ quarter }) => quarter >= since);
  return declaresSales({ declared, revenue: revenueOf(declared) });
}

/** Whether the insured employees were counted after a change of representative, or there was none. */
export const isStaffOfPresent = ({ facts, representativeChange: change }: UnderRepresentative): boolean =>
  change === undefined || (facts.insured.at(-1)?.on ?? '') >= change.on;
