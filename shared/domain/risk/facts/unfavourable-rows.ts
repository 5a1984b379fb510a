import type { CompanyFacts, UnfavourableRows } from './company-facts.ts';

type Rows = Pick<CompanyFacts, 'returns' | 'invoices' | 'taxStatuses' | 'insured' | 'inspections'>;

/**
 * @param latest what counts: of several rows of a period the latest, and of a day the most
 * @param least the least revenue returned for each period, the most invoiced, and the fewest insured on each day
 */
export function unfavourableRows(
  latest: Rows,
  least: Pick<Rows, 'returns' | 'invoices' | 'insured'> & { readonly missed: Rows['inspections'] },
): UnfavourableRows | undefined {
  const { returns, invoices } = least;
  const tax = { returns, invoices, taxStatuses: untilRestored(latest.taxStatuses) };
  const insured = withoutRises(least.insured);
  const { taxStatuses } = latest;
  const found: UnfavourableRows = {
    ...(differs(tax, { returns: latest.returns, invoices: latest.invoices, taxStatuses }) && { tax }),
    ...(differs(insured, latest.insured) && { insurance: { insured } }),
    ...(least.missed.length > 0 &&
      differs(least.missed, latest.inspections) && { inspector: { inspections: least.missed } }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

const ACTIVE = '00';

/** The reasons of status 09 that are risks of invoices, of the registration, and of tax. */
export const TAX_RISKS: ReadonlySet<string | undefined> = new Set(['09-05', '09-06', '09-07']);

/** The statuses up to the last one of a risk, or else up to the last one that is not active. */
function untilRestored(statuses: Rows['taxStatuses']): Rows['taxStatuses'] {
  const lastRisk = statuses.findLastIndex(({ sub }) => TAX_RISKS.has(sub));
  const last = lastRisk < 0 ? statuses.findLastIndex(({ code }) => code !== ACTIVE) : lastRisk;
  return last < 0 ? statuses : statuses.slice(0, last + 1);
}

/** The counts without those above an earlier one that had fallen. */
function withoutRises(counts: Rows['insured']): Rows['insured'] {
  const kept: Rows['insured'][number][] = [];
  let hasFallen = false;
  for (const one of counts) {
    const before = kept.at(-1)?.count ?? 0;
    if (hasFallen && one.count > before) continue;
    hasFallen ||= one.count < before;
    kept.push(one);
  }
  return kept;
}
