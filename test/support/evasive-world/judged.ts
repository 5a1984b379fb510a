import { assess } from '#shared/domain/risk/assess.ts';
import { type Metrics, metricsOf, type ReplayedVerdict } from '#infra/research/back-test/metrics.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { bandOf, type LinkMember, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { companyBands, membershipsOf } from '#shared/domain/risk/rings/company-bands.ts';
import { linkMemberOf } from '#shared/domain/risk/senders/link-member.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

const known = new WeakMap<WorldCompany['facts'], LinkMember>();

/** Most companies are the same in several worlds, so that their own signs are computed once. */
function memberOf(facts: WorldCompany['facts']): LinkMember {
  const member = known.get(facts) ?? linkMemberOf(facts);
  known.set(facts, member);
  return member;
}

/** The facts of the companies with the bands of their shared values. */
export function withBands(companies: readonly WorldCompany[]): CompanyFacts[] {
  const members = new Map<string, LinkMember[]>();
  for (const { facts, values } of companies) {
    for (const [key, member] of membershipsOf(memberOf(facts), values)) {
      const others = members.get(key);
      if (others) others.push(member);
      else members.set(key, [member]);
    }
  }
  const bandsByKey = new Map<string, SharedBand>();
  for (const { kind, ref } of companies.flatMap(({ values }) => values)) {
    const key = valueKey({ kind, ref });
    if (!bandsByKey.has(key)) bandsByKey.set(key, bandOf(kind, ref, members.get(key) ?? []));
  }
  return companies.map(({ facts, values }) => ({
    ...facts,
    ...companyBands(memberOf(facts), values, (key) => bandsByKey.get(key)),
  }));
}

const CAPACITY = 300;

function replayed(companies: readonly WorldCompany[], ruleSet: RuleSet = RULE_SET): ReplayedVerdict[] {
  return withBands(companies).map((facts, index) => {
    const { score, verdict } = assess(facts, { ruleSet });
    return { enterpriseCode: facts.enterpriseCode, score, verdict, shell: companies[index]?.shell };
  });
}

export const judgeWorld = (companies: readonly WorldCompany[], ruleSet: RuleSet = RULE_SET): Metrics =>
  metricsOf(replayed(companies, ruleSet), CAPACITY);
