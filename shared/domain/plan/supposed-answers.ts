import { addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, FlowOfMonth } from '#shared/domain/risk/facts/company-facts.ts';

/** Others' money as it mostly runs through an account of a shell, by the labelled provinces. */
const MONEY = { credit: 2_000_000_000, kept: 0.02, transactions: 600, holdMinutes: 20, months: 6 } as const;

/** The last closed months since the company was registered, or the present one where none is closed. */
function monthsOf({ asOf, registeredOn }: CompanyFacts): string[] {
  const months = Array.from({ length: MONEY.months }, (_, back) =>
    addMonths(`${asOf.slice(0, 7)}-01`, back - MONEY.months).slice(0, 7),
  ).filter((month) => month >= registeredOn.slice(0, 7));
  return months.length > 0 ? months : [asOf.slice(0, 7)];
}

/** The company if the bank answered that others' money passed through the account; each sender's word counts. */
export function ifMoneyPassed({ countsAlone: _all, ...facts }: CompanyFacts, accountRef: string): CompanyFacts {
  const flows = monthsOf(facts).map(
    (period): FlowOfMonth => ({
      period,
      credit: MONEY.credit,
      debit: MONEY.credit * (1 - MONEY.kept),
      transactions: MONEY.transactions,
      medianHoldMinutes: MONEY.holdMinutes,
    }),
  );
  const accounts = facts.accounts.map((one) => (one.accountRef === accountRef ? { ...one, flows } : one));
  return { ...facts, accounts };
}

/** The company after a visit of today. */
export const ifVisited = (facts: CompanyFacts, found: boolean): CompanyFacts => ({
  ...facts,
  inspections: [...facts.inspections, { on: facts.asOf, found }],
});

/** The company if the tax office answered that it waits for a verification because of a risk (status 06 of 09). */
export const ifTaxDoubts = (facts: CompanyFacts): CompanyFacts => ({
  ...facts,
  taxStatuses: [...facts.taxStatuses, { on: facts.asOf, code: '09', sub: '09-06' }],
});

/** The company if the police answered that the head's number is another person's. */
export const ifHeadIsAnother = (facts: CompanyFacts): CompanyFacts => ({
  ...facts,
  people: facts.people.map((one) => (one.role === 'legal_representative' ? { ...one, result: 'mismatch' } : one)),
});
