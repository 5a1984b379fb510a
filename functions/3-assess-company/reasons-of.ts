import type { ActivityAnswer } from '#shared/domain/risk/activity/activity.ts';
import { crimeWindowOf } from '#shared/domain/risk/crime-window.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { byFirstKey } from '#shared/tables/stored-references.ts';
import type { GatheredFacts } from '#shared/use-cases/company-facts/gather-facts.ts';
import type { CompaniesAsRead } from './read-companies.ts';
import { accountsOf } from './recipients.ts';

/** The findings of the rules, the police's decision on the facts, and an id that is the same for the same reasons. */
export function reasonsOf(
  facts: CompanyFacts,
  { activity, reasons }: ActivityAnswer,
  {
    leansOn: _who,
    saidOnlyBy: _only,
    isAlone: _alone,
    isDoubted: _doubted,
    heldDownBy: _by,
    ...assessment
  }: Assessment,
  { decision }: Pick<GatheredFacts, 'decision'>,
  { measures, hash }: Pick<CompaniesAsRead, 'measures'> & { readonly hash: KeyedHash },
) {
  const confirmation = decision?.outcome === 'confirmed' ? decision : undefined;
  return {
    assessmentId: contentId(byFirstKey({ people: facts.people, decision, ...assessment, activity }, hash)),
    activity,
    activityReasons: [...reasons],
    verdict: assessment.verdict,
    confirmed: confirmation !== undefined,
    decision: confirmation?.document,
    score: assessment.score,
    crimeWindow: crimeWindowOf(facts, assessment),
    findings: assessment.findings.map((finding) => ({ ...finding, evidence: { ...finding.evidence } })),
    accounts: accountsOf(facts, assessment, confirmation, measures),
  };
}
