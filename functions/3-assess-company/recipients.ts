import type { AccountRisk } from '#shared/domain/notification/notice/bank-notice.ts';
import type { PoliceNoticeContent } from '#shared/domain/notification/notice/police-notice-content.ts';
import { concernedAccountOf, crimeWindowOf } from '#shared/domain/risk/crime-window.ts';
import type { PoliceDecision } from '#shared/domain/risk/decision.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
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
  facts: CompanyFacts,
  assessment: Assessment,
  confirmation: PoliceDecision | undefined,
  measures: readonly Measure[],
): AccountFingerprint[] {
  const concerned = concernedAccountOf(facts, assessment);
  const window = crimeWindowOf(facts, assessment);
  const isFlagged = assessment.verdict === 'flagged';
  return facts.accounts.map((account) => {
    const { accountRef, numberUnsure, representative, listing } = account;
    const mismatch = representative === 'other';
    const flag = flagOf(account, concerned);
    const risk = {
      companyFlagged: isFlagged && flag === 'company',
      accountFlagged: isFlagged && flag === 'account',
      window: flag === 'nothing' ? undefined : window,
      confirmed: confirmation !== undefined,
      decision: confirmation?.document,
      representativeMismatch: mismatch,
      listing,
    } satisfies Record<keyof AccountRisk, unknown>;
    const underMeasures = mismatch || listing !== undefined ? { measures } : {};
    return {
      accountRef,
      fingerprint: contentId({ ...risk, ...underMeasures, ...(numberUnsure && { numberUnsure }) }),
      mismatch,
      flag,
    };
  });
}

function flagOf(account: AccountFacts, concerned: string | undefined): AccountFingerprint['flag'] {
  if (!isProven(account)) return 'nothing';
  return concerned === account.accountRef ? 'account' : 'company';
}

/**
 * Whether more than the company's code in the bank's row says that the account is the company's. A bank could otherwise
 * invent an account for every company and learn from its notices which of them are flagged.
 */
const isProven = ({ representative, formerHead, holder, openedOn, flows, listing }: AccountFacts): boolean =>
  representative === 'same' ||
  representative === 'unchecked' ||
  formerHead === true ||
  listing?.by === 'police' ||
  (holder === 'same' && (openedOn !== undefined || flows.length > 0));

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
  const gone = lostAccountsOf(accounts, before).map((accountRef) => ({ accountRef }));
  const touched = (list: readonly Pick<AccountFingerprint, 'accountRef'>[]) =>
    list.map(({ accountRef }) => ({ accountRef }));
  const verdict = { enterpriseCode, assessmentId };
  if (before && !before.notified) return { police: [verdict], accounts: touched([...accounts, ...gone]) };

  if (renotify) return { police: [verdict], accounts: touched(accounts.filter((one) => one.fingerprint !== QUIET)) };

  // The withdrawal because of one sender may be waiting for a person
  const mayWait = before?.byOneSender === true;
  const everFlagged = now.verdict === 'flagged' || before?.verdict === 'flagged' || mayWait;
  const known = new Map(earlier.map(({ accountRef, fingerprint }) => [accountRef, fingerprint]));
  const changed = accounts.filter(
    ({ accountRef, fingerprint, flag }) =>
      (known.get(accountRef) ?? QUIET) !== fingerprint || (mayWait && !now.byOneSender && flag !== 'nothing'),
  );
  return {
    police: everFlagged && (!before || shownToPolice(before) !== shownToPolice(now)) ? [verdict] : [],
    accounts: touched([...changed, ...gone]),
  };
}

/** The accounts that the company had before, or lost in an assessment whose messages were perhaps never sent. */
export function lostAccountsOf(now: AssessedCompany['accounts'], before: AssessedCompany | undefined): string[] {
  const earlier = [...(before?.accounts ?? []).map(({ accountRef }) => accountRef), ...(before?.lostAccounts ?? [])];
  const present = new Set(now.map(({ accountRef }) => accountRef));
  return [...new Set(earlier)].filter((ref) => !present.has(ref));
}

/** The content of the police's notice that follows from the verdict, from which the id of an assessment is made. */
type FromVerdict = 'level' | 'score' | 'ruleSet' | 'findings' | 'people';
/** The content whose change is no reason for a message. */
type NotCompared = 'enterpriseCode' | 'scope' | 'network';

/** The content of the police's notice about the company itself. A new field of that content must be added here. */
const shownToPolice = ({ assessmentId, name, registeredOn, accounts, accountsLeftOut }: AssessedCompany): string => {
  const rest = {
    name,
    registeredOn,
    accountsLeftOut,
    accounts: accounts.map(({ accountRef, mismatch }) => `${accountRef} ${mismatch}`).sort(),
  } satisfies Record<Exclude<keyof PoliceNoticeContent, FromVerdict | NotCompared>, unknown>;
  return contentId({ assessmentId, ...rest });
};

/** The fingerprint of an account of which no bank needs a notice. */
const QUIET = contentId({
  companyFlagged: false,
  accountFlagged: false,
  confirmed: false,
  representativeMismatch: false,
});
