import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { comparedWithPeers } from '#test/support/compared-with-peers.ts';
import { random } from '#test/support/evasive-people.ts';
import type { CompanyPlace, RandomSource, Tactic } from './company.ts';
import { withDifficultHonest } from './honest.ts';

/** How the shells of a world evade. Every shell uses all tactics in `all`. */
export interface Grade {
  readonly name: string;
  readonly tactics: readonly Tactic[];
  /** Each group also uses one of these tactics. */
  readonly oneOf?: readonly (readonly Tactic[])[];
  readonly halfTheBanksSilent?: boolean;
  readonly hardHonest?: boolean;
}

const SHELL_SHARE = 0.06;

/**
 * Makes a labelled world whose shells use the tactics of the grade. Six in a hundred companies are shells, and rings
 * stay complete. Every company is compared with the others as they are in this world. The same seed gives the same world.
 */
export function evasiveWorld(world: readonly WorldCompany[], grade: Grade, seed: number): WorldCompany[] {
  const chance = random(seed * 7919 + 13);
  const honest = world.filter(({ shell }) => !shell);
  const groups = shuffled(groupsOf(world.filter(({ shell }) => shell)), chance);
  const wanted = Math.round((honest.length * SHELL_SHARE) / (1 - SHELL_SHARE));
  const shells: WorldCompany[] = [];
  for (const group of groups) {
    if (shells.length >= wanted) break;
    const tactics = [...grade.tactics, ...(grade.oneOf ? chance.pick(grade.oneOf) : [])];
    shells.push(...group.map((company, index) => evade(company, { ...placeOf(group), index }, tactics, chance)));
  }
  const companies = [...(grade.hardHonest === false ? honest : withDifficultHonest(honest, chance)), ...shells];
  return comparedWithPeers(grade.halfTheBanksSilent ? companies.map(withSilentBanks(seed)) : companies);
}

const evade = (
  company: WorldCompany,
  place: CompanyPlace,
  tactics: readonly Tactic[],
  chance: RandomSource,
): WorldCompany => tactics.reduce((one, tactic) => tactic(one, place, chance), company);

const placeOf = (group: readonly WorldCompany[]) => ({
  group: group[0]?.facts.enterpriseCode ?? '',
  size: group.length,
});

/** Rings and the companies of one nominee stay together. The other shells form groups of six. */
function groupsOf(shells: readonly WorldCompany[]): WorldCompany[][] {
  let alone = 0;
  const named = Map.groupBy(shells, ({ kind, why }) => {
    if (/-\d+$/u.test(why)) return why;
    alone += 1;
    return `${kind} ${Math.floor(alone / 6)}`;
  });
  return [...named.values()];
}

function shuffled<T>(items: readonly T[], chance: RandomSource): T[] {
  const left = [...items];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = chance.next(at + 1);
    const [a, b] = [left[at], left[other]];
    if (a !== undefined && b !== undefined) [left[at], left[other]] = [b, a];
  }
  return left;
}

/** Removes the flows of every second bank. */
export function withSilentBanks(seed: number): (company: WorldCompany) => WorldCompany {
  const silent = (bank: string) => (Number(bank) + seed) % 2 === 0;
  return (company) => {
    const { coverage } = company.facts;
    const accounts = company.facts.accounts.map((account) =>
      silent(account.bank) ? { ...account, flows: [] } : account,
    );
    const flows = Object.fromEntries(Object.entries(coverage.flows).filter(([bank]) => !silent(bank)));
    return { ...company, facts: { ...company.facts, accounts, coverage: { ...coverage, flows } } };
  };
}
