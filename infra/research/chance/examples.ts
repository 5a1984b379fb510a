import { type AssessedFacts, membersOf, signsOf } from '#shared/domain/plan/signs.ts';
import type { ChanceExample } from './fit-chance.ts';

/** What is known of a company: whether it is a shell, and from which month (`yyyy-mm`) on others' money passed, if that is known. */
export interface ChanceLabel {
  readonly shell: boolean;
  readonly moneyFrom?: string | undefined;
}

/**
 * The labelled companies of a province with an account of which no bank tells the money, with their signs. A shell of which
 * others' money is known to begin later counts as none, because no answer can show it yet.
 */
export function examplesOf(
  companies: readonly AssessedFacts[],
  labels: ReadonlyMap<string, ChanceLabel>,
): ChanceExample[] {
  const members = membersOf(companies);
  const verdicts = new Map(companies.map(({ facts, assessment }) => [facts.enterpriseCode, assessment.verdict]));
  return companies.flatMap((company): ChanceExample[] => {
    const { facts, assessment } = company;
    const label = labels.get(facts.enterpriseCode);
    if (label === undefined || !facts.accounts.some(({ flows }) => flows.length === 0)) return [];
    const shell = label.shell && (label.moneyFrom ?? '') < facts.asOf.slice(0, 7);
    return [{ signs: signsOf(company, members, verdicts), shell, isFlagged: assessment.verdict === 'flagged' }];
  });
}
