import type { PoliceDecision } from '#shared/domain/risk/decision.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { AccountTouched, VerdictReached } from '#shared/contracts/messages.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';

export interface NotifyPorts {
  readonly notifyPolice: SendMessages<VerdictReached>;
  readonly notifyBanks: SendMessages<AccountTouched>;
  readonly settlingSeconds: number;
}

type AccountFingerprint = AssessedCompany['accounts'][number];

/**
 * Each account with a fingerprint of everything that its bank's notice depends on, including the measures where they
 * matter.
 */
export function accountsOf(
  { accounts }: CompanyFacts,
  { verdict }: Assessment,
  confirmation: PoliceDecision | undefined,
  measures: readonly Measure[],
): AccountFingerprint[] {
  return accounts.map(({ accountRef, numberUnsure, representative, listing }) => {
    const mismatch = representative === 'other';
    const confirmed = confirmation !== undefined;
    const grounds = { flagged: verdict === 'flagged', confirmed, document: confirmation?.document, mismatch, listing };
    const underMeasures = mismatch || listing !== undefined ? { measures } : {};
    return {
      accountRef,
      fingerprint: contentId({ ...grounds, ...underMeasures, ...(numberUnsure && { numberUnsure }) }),
      mismatch,
    };
  });
}

/**
 * The recipients for whom an assessment changes something. Where an earlier assessment was stored but its messages
 * perhaps never sent, all recipients are notified again, which does no harm. `renotify` asks for everybody whose notice
 * may have been lost; the sweep reviews the notices of the others.
 */
export function recipientsOf(
  now: AssessedCompany,
  before: AssessedCompany | undefined,
  renotify = false,
): { police: VerdictReached[]; accounts: AccountTouched[] } {
  const { enterpriseCode, assessmentId, accounts } = now;
  const earlier = before?.accounts ?? [];
  const gone = earlier.filter(({ accountRef }) => !accounts.some((account) => account.accountRef === accountRef));
  const touched = (list: readonly AccountFingerprint[]) => list.map(({ accountRef }) => ({ accountRef }));
  const verdict = { enterpriseCode, assessmentId };
  if (before && !before.notified) return { police: [verdict], accounts: touched([...accounts, ...gone]) };

  if (renotify) return { police: [verdict], accounts: touched(accounts.filter((one) => one.fingerprint !== QUIET)) };

  const everFlagged = now.verdict === 'flagged' || before?.verdict === 'flagged';
  const known = new Map(earlier.map(({ accountRef, fingerprint }) => [accountRef, fingerprint]));
  const changed = accounts.filter(({ accountRef, fingerprint }) => (known.get(accountRef) ?? QUIET) !== fingerprint);
  return {
    police: everFlagged && (!before || shownToPolice(before) !== shownToPolice(now)) ? [verdict] : [],
    accounts: touched([...changed, ...gone]),
  };
}

/** All that the police's notice contains about the company itself. */
const shownToPolice = ({ assessmentId, name, registeredOn, accounts }: AssessedCompany): string => {
  const shown = accounts.map(({ accountRef, mismatch }) => `${accountRef} ${mismatch}`).sort();
  return contentId({ assessmentId, name, registeredOn, shown });
};

/** The fingerprint of an account of which no bank needs a notice. */
const QUIET = contentId({ flagged: false, confirmed: false, mismatch: false });
