import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';
import { sentencesOf } from '#shared/domain/risk/rules/rule.ts';

/** The codes of the rules of these groups' facts that find something. */
export function codesFound(facts: CompanyFacts): string[] {
  const reading = profileOf(facts);
  return ALL_RULES.filter((rule) => rule.evaluate(reading) !== undefined).map(({ code }) => code);
}

/** The finding of one rule, with its sentence. */
export function findingOfRule(
  code: string,
  facts: CompanyFacts,
): { readonly evidence: Evidence; readonly message: string } | undefined {
  const rule = ALL_RULES.find((one) => one.code === code);
  if (!rule) throw new RangeError(`no rule ${code}`);
  const evidence = rule.evaluate(profileOf(facts));
  return evidence && { evidence, message: sentencesOf(rule)(evidence) };
}
