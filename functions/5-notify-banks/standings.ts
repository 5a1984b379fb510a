import type { CompanyStanding } from '#shared/tables/assessment-item.ts';
import type { Assessments } from '#shared/tables/assessments.ts';

/** What a company's assessment says about its accounts, each with whether its representative is another person. */
export type HolderStanding = Omit<CompanyStanding, 'enterpriseCode' | 'accounts'> & {
  readonly mismatches: ReadonlyMap<string, boolean>;
  /** The accounts of which nothing but the bank's word says that they are the company's. */
  readonly unproven: ReadonlySet<string>;
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
  const { standsSince, verdict, confirmed, decision, accounts } = stored;
  const mismatches = new Map(accounts.map(({ accountRef, mismatch }) => [accountRef, mismatch]));
  const unproven = new Set(accounts.flatMap((account) => (account.unproven ? [account.accountRef] : [])));
  return { standsSince, verdict, confirmed, decision, mismatches, unproven };
}
