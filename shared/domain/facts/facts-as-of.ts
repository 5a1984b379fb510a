import type { IsoDate } from '../dates.ts';
import type { AccountFacts, CompanyFacts, Coverage } from './company-facts.ts';

/**
 * A company's facts as they stood on an earlier day: what came later is taken out, and what was heard ends there too.
 * Undefined where the company wasn't registered yet. People's results and bands stay those of the snapshot, which
 * doesn't say when they came to be.
 */
export function factsAsOf(facts: CompanyFacts, asOf: IsoDate): CompanyFacts | undefined {
  if (facts.registeredOn > asOf) return undefined;
  if (asOf >= facts.asOf) return { ...facts, asOf };
  const until = <T extends { readonly on: IsoDate }>(entries: readonly T[]): T[] =>
    entries.filter(({ on }) => on <= asOf);
  const denied = facts.authorisationDeniedOn;
  return {
    ...facts,
    asOf,
    changes: until(facts.changes),
    contributions: until(facts.contributions),
    reportRequests: facts.reportRequests.filter((on) => on <= asOf),
    returns: facts.returns.filter(({ filedOn }) => filedOn <= asOf),
    invoices: until(facts.invoices),
    insured: until(facts.insured),
    inspections: until(facts.inspections),
    taxStatuses: until(facts.taxStatuses),
    legalStatuses: until(facts.legalStatuses),
    authorisationDeniedOn: denied !== undefined && denied <= asOf ? denied : undefined,
    accounts: facts.accounts.flatMap((account) => accountAsOf(account, asOf)),
    coverage: coverageAsOf(facts.coverage, asOf),
  };
}

function accountAsOf(account: AccountFacts, asOf: IsoDate): AccountFacts[] {
  const { openedOn, listing, flows } = account;
  if (openedOn !== undefined && openedOn > asOf) return [];
  return [
    {
      ...account,
      flows: flows.filter(({ period }) => period < asOf.slice(0, 7)),
      listing: listing && listing.on <= asOf && asOf <= (listing.until ?? asOf) ? listing : undefined,
    },
  ];
}

function coverageAsOf(coverage: Coverage, asOf: IsoDate): Coverage {
  const month = asOf.slice(0, 7);
  const { signals, flows } = coverage;
  const earlier = (a: string, b: string) => (a < b ? a : b);
  return {
    ...coverage,
    signals: Object.fromEntries(Object.entries(signals).map(([kind, on]) => [kind, earlier(on, asOf)])),
    flows: Object.fromEntries(Object.entries(flows).map(([bank, period]) => [bank, earlier(period, month)])),
  };
}
