import { isDeepStrictEqual } from 'node:util';
import { assess } from '#shared/domain/risk/assess.ts';
import { type Metrics, metricsOf, type ReplayedVerdict } from '#infra/research/back-test/metrics.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { bandOf, type LinkMember, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { companyBands, membershipsOf } from '#shared/domain/risk/rings/company-bands.ts';
import { linkMemberOf } from '#shared/domain/risk/senders/link-member.ts';
import type { Sender } from '#shared/domain/risk/senders/sender.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

/** What a company says at its values, and what it was told of them: most companies are the same in several worlds. */
interface Known {
  readonly member: LinkMember;
  readonly values: WorldCompany['values'];
  readonly keys: readonly string[];
  readonly memberships: ReadonlyMap<string, LinkMember>;
  readonly told: { readonly bands: readonly SharedBand[]; readonly facts: CompanyFacts }[];
}
const known = new WeakMap<WorldCompany['facts'], Known>();

function knownOf({ facts, values }: WorldCompany): Known {
  const earlier = known.get(facts);
  if (earlier?.values === values) return earlier;
  const member = earlier?.member ?? linkMemberOf(facts);
  const now = { member, values, keys: values.map(valueKey), memberships: membershipsOf(member, values), told: [] };
  known.set(facts, now);
  return now;
}

/** A company’s own signs, and how many remain without one sender. */
export const memberOf = (company: WorldCompany): LinkMember => knownOf(company).member;

/** The bands of a value by the first of its members, with all of them. */
const bands = new WeakMap<LinkMember, { readonly members: readonly LinkMember[]; readonly band: SharedBand }[]>();

function bandAt({ kind, ref }: WorldCompany['values'][number], members: readonly LinkMember[]): SharedBand {
  const [first] = members;
  const earlier = (first && bands.get(first)) ?? [];
  const same = earlier.find((one) => isSame(one.members, members));
  if (same) return same.band;
  const fresh = bandOf(kind, ref, members);
  const band = earlier.find((one) => isDeepStrictEqual(one.band, fresh))?.band ?? fresh;
  if (first) bands.set(first, [...earlier, { members, band }]);
  return band;
}

const isSame = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, n) => one === others[n]);

/** The facts of the companies with the bands of their shared values; the same object where neither has changed. */
export function withBands(companies: readonly WorldCompany[]): CompanyFacts[] {
  const members = new Map<string, LinkMember[]>();
  for (const company of companies) {
    for (const [key, member] of knownOf(company).memberships) {
      const others = members.get(key);
      if (others) others.push(member);
      else members.set(key, [member]);
    }
  }
  const bandsByKey = new Map<string, SharedBand>();
  return companies.map((company) => {
    const { facts, values } = company;
    const own = knownOf(company);
    const standing = values.map((value, n) => {
      const key = own.keys[n] ?? '';
      const band = bandsByKey.get(key) ?? bandAt(value, members.get(key) ?? []);
      bandsByKey.set(key, band);
      return band;
    });
    const told = own.told.find((earlier) => isSame(earlier.bands, standing));
    if (told) return told.facts;
    const fresh = { ...facts, ...companyBands(own.member, values, (key) => bandsByKey.get(key)) };
    own.told.push({ bands: standing, facts: fresh });
    return fresh;
  });
}

/** The assessments of companies by whose word counts alone for them. */
const assessments = new WeakMap<CompanyFacts, Map<string | undefined, Assessment>>();

/** What the rules in force say of a company: most are the same in several worlds. */
export function assessedOnce(facts: CompanyFacts, countsAlone?: readonly Sender[]): Assessment {
  const ofCompany = assessments.get(facts) ?? new Map<string | undefined, Assessment>();
  assessments.set(facts, ofCompany);
  const key = countsAlone?.join(' ');
  const assessment = ofCompany.get(key) ?? assess(countsAlone ? { ...facts, countsAlone } : facts);
  ofCompany.set(key, assessment);
  return assessment;
}

const CAPACITY = 300;

function replayed(companies: readonly WorldCompany[], ruleSet: RuleSet = RULE_SET): ReplayedVerdict[] {
  return withBands(companies).map((facts, index) => {
    const { score, verdict } = ruleSet === RULE_SET ? assessedOnce(facts) : assess(facts, { ruleSet });
    return { enterpriseCode: facts.enterpriseCode, score, verdict, shell: companies[index]?.shell };
  });
}

export const judgeWorld = (companies: readonly WorldCompany[], ruleSet: RuleSet = RULE_SET): Metrics =>
  metricsOf(replayed(companies, ruleSet), CAPACITY);
