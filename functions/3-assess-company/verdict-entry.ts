import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { loggedSubject } from '#shared/runtime/party-ref.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';

/**
 * The log entry of an assessment, with the rule set and its result. Its id is made from the assessment before it, so
 * that a repetition is recognised.
 */
export function verdictEntry(
  assessed: AssessedCompany,
  before: AssessedCompany | undefined,
  { hash, now }: { readonly hash: KeyedHash; readonly now: RealClock },
) {
  const { enterpriseCode, assessmentId, verdict, score, findings } = assessed;
  const codes = findings.map(({ code, version }) => `${code}@${version}`);
  const says = {
    enterpriseCode: loggedSubject(enterpriseCode, hash),
    assessmentId,
    verdict,
    score,
    ruleSet: RULE_SET.version,
    codes,
  };
  const key = { enterpriseCode, assessmentId, after: before?.assessmentId, since: before?.standsSince };
  return entryOf({ kind: 'verdict-reached', at: now().toISOString(), by: 'function:3-assess-company', says }, key);
}
