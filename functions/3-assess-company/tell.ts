import type { PoliceDecision } from '#shared/domain/decision.ts';
import type { CompanyFacts } from '#shared/domain/facts/company-facts.ts';
import type { Assessment } from '#shared/domain/rules/finding.ts';
import type { Send } from '#shared/clients/queue.ts';
import type { AccountTouched, VerdictReached } from '#shared/contracts/messages.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { AssessedCompany } from '#shared/tables/assessments.ts';

export interface TellPorts {
  readonly notifyPolice: Send<VerdictReached>;
  readonly notifyBank: Send<AccountTouched>;
  readonly settlingSeconds: number;
}

type AccountPrint = AssessedCompany['accounts'][number];

/** Each account with a print of what its bank's notice hangs on. */
export function accountsOf(
  { accounts }: CompanyFacts,
  { verdict }: Assessment,
  decision: PoliceDecision | undefined,
): AccountPrint[] {
  const confirmed = decision?.outcome === 'confirmed';
  return accounts.map(({ accountRef, representative, listing }) => {
    const matter = { flagged: verdict === 'flagged', confirmed, mismatch: representative === 'other', listing };
    return { accountRef, print: contentId(matter), mismatch: matter.mismatch };
  });
}

/** Whom an assessment changes something for. Before an untold assessment nobody is sure to know: all are told again. */
export function tell(
  now: AssessedCompany,
  before: AssessedCompany | undefined,
): { police: VerdictReached[]; accounts: AccountTouched[] } {
  const known = before?.told ? before : undefined;
  const { enterpriseCode, assessmentId } = now;
  const everFlagged = now.verdict === 'flagged' || before?.verdict === 'flagged';
  const police = everFlagged && known?.assessmentId !== assessmentId ? [{ enterpriseCode, assessmentId }] : [];
  const told = new Map(known?.accounts.map(({ accountRef, print }) => [accountRef, print]));
  const gone = (before?.accounts ?? []).filter(
    ({ accountRef }) => !now.accounts.some((account) => account.accountRef === accountRef),
  );
  const changed = now.accounts.filter(
    ({ accountRef, print }) => told.get(accountRef) !== print && (print !== QUIET || told.has(accountRef)),
  );
  return { police, accounts: [...changed, ...gone].map(({ accountRef }) => ({ accountRef })) };
}

/** The print of an account that nobody needs to hear of. */
const QUIET = contentId({ flagged: false, confirmed: false, mismatch: false, listing: undefined });
