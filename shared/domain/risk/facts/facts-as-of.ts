import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { foldFlows } from './fold-flows.ts';
import type { AccountFacts, ChangeKind, CompanyFacts, Coverage, Flow, Pace } from './company-facts.ts';
import type { Span } from '../coverage.ts';

/**
 * A company's facts as they stood on an earlier day: later facts are removed, and the coverage ends there too.
 * Undefined where the company wasn't registered yet. Where a later change of representative, address or capital is
 * known, it is undone: capital gets its earlier amount, while an earlier person or address is unknown and left out.
 * Bands keep only their values; `EarlierBands` counts them again.
 *
 * Values without a date in the snapshot stay as they are: the day of a police result on a person, values of other
 * people, phones and e-mails, an account's holder, a listing or a return that a later one replaced.
 */
export function factsAsOf(facts: CompanyFacts, asOf: IsoDate): CompanyFacts | undefined {
  if (facts.registeredOn > asOf) return undefined;
  if (asOf >= facts.asOf) return { ...facts, asOf };
  const until = <T extends { readonly on: IsoDate }>(entries: readonly T[]): T[] =>
    entries.filter(({ on }) => on <= asOf);
  const { authorisationDeniedOn: denied, invoicePairs } = facts;
  const accounts = facts.accounts.flatMap((account) => accountAsOf(account, asOf));
  const later = facts.changes.filter(({ on }) => on > asOf);
  return {
    ...facts,
    ...registrationBefore(facts, later),
    bands: bandsBefore(facts, later, accounts),
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
    ...(facts.crimeReports && { crimeReports: until(facts.crimeReports) }),
    accounts,
    invoicePairs: invoicePairs && {
      sold: invoicePairs.sold.filter(({ period }) => periodEnd(period) <= asOf),
      bought: invoicePairs.bought.filter(({ period }) => periodEnd(period) <= asOf),
    },
    coverage: coverageAsOf(facts.coverage, asOf),
  };
}

/** The registration without the effects of later changes. */
function registrationBefore(
  { charterCapital, address, people }: CompanyFacts,
  later: CompanyFacts['changes'],
): Pick<CompanyFacts, 'charterCapital' | 'address' | 'people'> {
  return {
    charterCapital: later.find(({ capital }) => capital !== undefined)?.capital?.from ?? charterCapital,
    address: has(later, 'address') ? { specific: true, apartment: false } : address,
    people: has(later, 'representative') ? people.filter(({ role }) => role !== 'legal_representative') : people,
  };
}

/** The bands of values that the company may have shared then, without those that it got later. */
function bandsBefore(
  { bands, people, accounts }: CompanyFacts,
  later: CompanyFacts['changes'],
  accountsThen: readonly AccountFacts[],
): CompanyFacts['bands'] {
  const gone = new Set<string>();
  if (has(later, 'representative')) {
    for (const { role, personRef } of people) if (role === 'legal_representative') gone.add(personRef);
    for (const { role, personRef } of people) if (role !== 'legal_representative') gone.delete(personRef);
  }
  const heldByOthers = (list: readonly AccountFacts[]) => list.some(({ representative }) => representative === 'other');
  const heldLater = heldByOthers(accounts) && !heldByOthers(accountsThen);
  return bands.filter(({ kind, ref }) => {
    if (kind === 'person') return !gone.has(ref);
    if (kind === 'address') return !has(later, 'address');
    return kind !== 'holder' || !heldLater;
  });
}

const has = (changes: CompanyFacts['changes'], asked: ChangeKind) => changes.some(({ kind }) => kind === asked);

const flowOf = ({ from: _from, to: _to, ...flow }: Pace): Flow => flow;

function accountAsOf(account: AccountFacts, asOf: IsoDate): AccountFacts[] {
  const { openedOn, listing, flows, paces = [] } = account;
  if (openedOn !== undefined && openedOn > asOf) return [];
  // As of a month, of a day and of a week: the totals of one that has not ended yet are not known
  const known = paces.filter(({ to }) => to < asOf);
  const whole = flows.filter(({ period }) => period < asOf.slice(0, 7));
  return [
    {
      ...account,
      // A month is added up again from its days and weeks, because the last ones may be after the day
      ...(paces.length > 0 ? foldFlows([...whole, ...known.map(flowOf)]) : { flows: whole }),
      counterparties: account.counterparties?.filter(({ from }) => from <= asOf),
      listing: listing && listing.on <= asOf && asOf <= (listing.until ?? asOf) ? listing : undefined,
    },
  ];
}

/** Coverage clipped to that day; a span that began later is removed. */
export function coverageAsOf(coverage: Coverage, asOf: IsoDate): Coverage {
  const clip = <K extends string>(covered: Readonly<Partial<Record<K, Span>>> | undefined) =>
    covered &&
    Object.fromEntries(
      Object.entries<Span | undefined>(covered).flatMap(([kind, one]) => {
        const clipped = clippedTo(asOf, one);
        return clipped ? [[kind, clipped]] : [];
      }),
    );
  const { signals, flows, counterparties, devices, invoicePairs } = coverage;
  return {
    ...coverage,
    signals: clip(signals) ?? {},
    flows: clip(flows) ?? {},
    counterparties: clip(counterparties),
    devices: clip(devices),
    invoicePairs: clippedTo(asOf, invoicePairs),
  };
}

const clippedTo = (asOf: IsoDate, covered: Span | undefined): Span | undefined =>
  covered && covered.from <= asOf ? { from: covered.from, to: covered.to < asOf ? covered.to : asOf } : undefined;
