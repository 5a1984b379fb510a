import { assess } from '#shared/domain/risk/assess.ts';
import { type Metrics, metricsOf, type ReplayedVerdict } from '#infra/research/back-test/metrics.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { bandOf, bankReportFields, type LinkMember, ownBand, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { type SharedValue, valueKey } from '#shared/domain/risk/rings/value-key.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

const signs = new WeakMap<WorldCompany['facts'], number>();

/** Most companies are the same in several worlds, so that their own signs are computed once. */
function signsOf(facts: WorldCompany['facts']): number {
  const known = signs.get(facts) ?? ownSigns(facts);
  signs.set(facts, known);
  return known;
}

/** The facts of the companies with the bands of their shared values. */
export function withBands(companies: readonly WorldCompany[]): CompanyFacts[] {
  const members = new Map<string, LinkMember[]>();
  for (const { facts, values } of companies) {
    const { enterpriseCode, registeredOn } = facts;
    const own = { enterpriseCode, registeredOn, badSigns: signsOf(facts) };
    for (const value of values) {
      const member: LinkMember = { ...own, ...bankReportFields(value) };
      const key = valueKey(value);
      const known = members.get(key);
      if (known) known.push(member);
      else members.set(key, [member]);
    }
  }
  const bandsByKey = new Map<string, SharedBand>();
  const bandWith = (value: SharedValue): SharedBand => {
    const key = valueKey(value);
    const band = bandsByKey.get(key) ?? bandOf(value.kind, value.ref, members.get(key) ?? []);
    bandsByKey.set(key, band);
    return ownBand(band, value);
  };
  return companies.map(({ facts, values }) => {
    const bands = values.map(bandWith);
    return { ...facts, bands };
  });
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
