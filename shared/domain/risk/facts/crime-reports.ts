import { ascending, descending } from '#shared/domain/vietnamese/text/text-order.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** A victim's report (tố giác, tin báo về tội phạm) as the police passed it on; it names no victim. */
export interface CrimeReport {
  readonly caseId: string;
  readonly on: IsoDate;
  readonly isWithdrawn?: true | undefined;
  /** What the victim lost, in đồng. */
  readonly amount?: number | undefined;
  /** The day of the transfer. */
  readonly transferredOn?: IsoDate | undefined;
}

/** The State Bank's code under which a bank is told of a reported account: it is on the authority's list. */
const REPORTED = 5;

/** The code with which a report lists an account; 0 where it was withdrawn. */
export const listingCodeOf = ({ isWithdrawn }: CrimeReport): number => (isWithdrawn ? 0 : REPORTED);

/**
 * The reports that stand on `asOf`: of each case the latest row, unless it withdraws the report. A withdrawal of the same
 * day goes first, so that the order of rows does not matter.
 */
export function standingReports<R extends CrimeReport>(reports: readonly R[], asOf: IsoDate): readonly R[] {
  const cases = Map.groupBy(
    reports.filter(({ on }) => on <= asOf),
    ({ caseId }) => caseId,
  );
  return [...cases.values()]
    .flatMap((rows) => {
      const [latest] = [...rows].sort((a, b) => descending(orderOf(a), orderOf(b)));
      return latest === undefined || latest.isWithdrawn ? [] : [latest];
    })
    .sort((a, b) => ascending(a.caseId, b.caseId));
}

const orderOf = ({ on, isWithdrawn, amount, transferredOn }: CrimeReport): string =>
  [on, isWithdrawn ? 1 : 0, transferredOn ?? '', String(amount ?? 0).padStart(20, '0')].join(' ');
