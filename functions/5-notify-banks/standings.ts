import type { AssessedCompany, CompanyStanding } from '#shared/tables/assessment-item.ts';
import type { Assessments } from '#shared/tables/assessments.ts';

/** What a company's assessment says about its accounts. */
export type HolderStanding = Omit<CompanyStanding, 'enterpriseCode' | 'accounts'> & {
  readonly accounts: ReadonlyMap<string, AssessedCompany['accounts'][number]>;
};
export type StandingOf = (enterpriseCode: string) => Promise<HolderStanding | undefined>;

/**
 * Reads the assessment of each company once. Many accounts of a batch may belong to one company, and an assessment that
 * lists thousands of accounts is large.
 */
export function standingsReadOnce(assessments: Pick<Assessments, 'standing'>): StandingOf {
  const read = new Map<string, Promise<HolderStanding | undefined>>();
  return (enterpriseCode) => {
    const known = read.get(enterpriseCode) ?? readStanding(enterpriseCode, assessments);
    read.set(enterpriseCode, known);
    return known;
  };
}

async function readStanding(
  enterpriseCode: string,
  assessments: Pick<Assessments, 'standing'>,
): Promise<HolderStanding | undefined> {
  const stored = await assessments.standing(enterpriseCode);
  if (!stored) return undefined;
  const { enterpriseCode: _asked, accounts, ...standing } = stored;
  return { ...standing, accounts: new Map(accounts.map((account) => [account.accountRef, account])) };
}
