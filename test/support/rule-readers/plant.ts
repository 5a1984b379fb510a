import { random } from '#test/support/evasive-people.ts';
import { countedDevices, invoicePartners, mainCounterparties } from '#shared/domain/risk/rings/partners.ts';
import { toldValues } from '#shared/domain/risk/rings/shared-values.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import { comparedWithPeers } from '#test/support/compared-with-peers.ts';
import type { RandomSource } from '#test/support/evasive-world/company.ts';
import { between } from '#test/support/evasive-world/company.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { type RingResources, type Plan, TACTIC_PLANS, factsAfterUse } from './tactic-plans.ts';

/** The kinds of honest companies from whose registrations shells are made. */
const PLAIN = /trader|service|micro|workshop/u;

/**
 * The honest companies of a labelled province together with shells that know the rules. The shells form rings of three
 * to six, and each has the registration of an ordinary honest company. The same seed gives the same companies.
 * @param share of shells
 */
export function withRuleReaders(
  world: readonly WorldCompany[],
  seed: number,
  share = 0.02,
  plans: readonly Plan[] = TACTIC_PLANS,
): WorldCompany[] {
  const chance = random(seed * 104_729 + 7);
  const honest = world.filter(({ shell }) => !shell);
  const donors = honest.filter(({ kind }) => PLAIN.test(kind));
  // Each bank as often as the register names it, because most banks send nothing but have only half of the accounts.
  const banks = honest.flatMap(({ facts }) => facts.accounts.map(({ bank }) => bank)).sort();
  const notified = Object.keys(honest[0]?.facts.coverage.flows ?? {}).sort();
  const wanted = Math.round((honest.length * share) / (1 - share));
  const shells: WorldCompany[] = [];
  for (let number = 0; shells.length < wanted; number += 1) {
    const plan = plans[number % plans.length];
    if (plan === undefined) break;
    const size = plan.circle ? 5 : between(chance, 3, 6);
    const codes = Array.from({ length: size }, (_, n) => String(9_900_000_000 + number * 10 + n));
    const resources = resourcesOf(number, codes, notified, banks, chance);
    shells.push(...codes.map((code) => shellOf(chance.pick(donors), code, plan, resources, chance)));
  }
  return comparedWithPeers([...honest, ...shells]);
}

const resourcesOf = (
  number: number,
  codes: readonly string[],
  reporting: readonly string[],
  banks: readonly string[],
  chance: RandomSource,
): RingResources => ({
  receivers: Array.from({ length: between(chance, 4, 7) }, (_, n) => `counterparty:ring ${number} ${n}`),
  devices: Array.from({ length: between(chance, 2, 4) }, (_, n) => `device:ring ${number} ${n}`),
  banks,
  silentBanks: banks.filter((bank) => !reporting.includes(bank)),
  codes,
});

function shellOf(
  donor: WorldCompany,
  enterpriseCode: string,
  plan: Plan,
  resources: RingResources,
  chance: RandomSource,
): WorldCompany {
  const people = donor.facts.people.slice(0, 1).map((person) => ({
    ...person,
    personRef: `person ${enterpriseCode}`,
    result: 'match' as const,
    documentStatus: 'valid' as const,
  }));
  const clean = {
    ...donor.facts,
    enterpriseCode,
    people,
    ...{ changes: [], contributions: [], reportRequests: [], inspections: [], taxStatuses: [], legalStatuses: [] },
    peers: undefined,
  };
  const facts = { ...clean, ...factsAfterUse(clean, plan, resources, chance) };
  const values: SharedValue[] = [
    { kind: 'person', ref: `person ${enterpriseCode}` },
    ...toldValues('counterparty', mainCounterparties(facts.accounts)),
    ...toldValues('device', countedDevices(facts.accounts)),
    ...invoicePartners(enterpriseCode, facts.invoicePairs).map((ref): SharedValue => ({ kind: 'invoice', ref })),
  ];
  return {
    ...donor,
    facts,
    values,
    shell: true,
    kind: plan.name,
    why: plan.name,
    seen: facts.accounts.some(({ flows }) => flows.length > 0),
  };
}
