import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from './company-facts.ts';

interface DatedRow {
  readonly on: IsoDate;
}
type TaxStatus = CompanyFacts['taxStatuses'][number];
type LegalStatus = CompanyFacts['legalStatuses'][number];
type Inspection = CompanyFacts['inspections'][number];

/** A company's status with the authorities: the latest of each kind counts, so that a restored status ends a bad one. */
export interface OfficialStatus {
  readonly tax: TaxStatus | undefined;
  readonly legal: LegalStatus | undefined;
  readonly inspection: Inspection | undefined;
  /** The day since which business is suspended (tạm ngừng kinh doanh), if it is. */
  readonly suspendedFrom: IsoDate | undefined;
}

const LEGALLY_SUSPENDED = '2';
const SUSPENDED_FOR_TAX = '05';

/** Derives the statuses from lists that are sorted with the oldest first. */
export function officialStatusOf({
  taxStatuses,
  legalStatuses,
  inspections,
}: Pick<CompanyFacts, 'taxStatuses' | 'legalStatuses' | 'inspections'>): OfficialStatus {
  const tax = taxStatuses.at(-1);
  const legal = legalStatuses.at(-1);
  let suspendedFrom: IsoDate | undefined;
  if (legal?.code === LEGALLY_SUSPENDED) suspendedFrom = firstOfRun(legalStatuses, LEGALLY_SUSPENDED);
  if (tax?.code === SUSPENDED_FOR_TAX) {
    const on = firstOfRun(taxStatuses, SUSPENDED_FOR_TAX);
    if (suspendedFrom === undefined || (on !== undefined && on < suspendedFrom)) suspendedFrom = on;
  }
  return { tax, legal, inspection: inspections.at(-1), suspendedFrom };
}

function firstOfRun(statuses: readonly (DatedRow & { readonly code: string })[], code: string): IsoDate | undefined {
  const before = statuses.findLastIndex((status) => status.code !== code);
  return statuses[before + 1]?.on;
}
