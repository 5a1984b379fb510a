import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type LinkMember, MEMBERS_COUNTED } from './band.ts';
import { dayNumber } from './company-columns.ts';
import { findRings } from './find-rings.ts';
import { NEGLIGIBLE_WEIGHT, weighValue } from './hub.ts';
import type { CompanyLink } from './link-columns.ts';
import { type Population, signWeights, UNMEASURED_POPULATION, weightOf } from './population.ts';
import type { Ring } from './ring.ts';
import type { SharedValue } from './value-key.ts';
import { valueKey } from './value-key.ts';

/** Where a company's surroundings are read from, one batch a round. */
export interface Neighbours {
  /** What each of the companies may share. A company that isn't known is left out. */
  valuesOf(enterpriseCodes: readonly string[]): Promise<readonly (readonly SharedValue[])[]>;
  /** The companies at each value, in the order asked; the first 60 by code speak for a hub. */
  membersOf(values: readonly SharedValue[]): Promise<readonly (readonly LinkMember[])[]>;
}

export interface RingAroundOptions {
  /** The day on which companies' ages are counted. */
  readonly asOf: IsoDate;
  readonly population?: Population | undefined;
}

const ROUNDS = 3;
const COMPANIES_A_ROUND = 60;

/**
 * The ring that a company stands in, with the evidence that `findRings` gives, or nothing. Reads no further than
 * three rounds of values, sixty companies a value and a round, and never through a hub: a hub of 10,000 is one
 * request, whatever its size.
 */
export async function ringAround(
  enterpriseCode: string,
  neighbours: Neighbours,
  { asOf, population = UNMEASURED_POPULATION }: RingAroundOptions,
): Promise<Ring | undefined> {
  const seen = new SeenNeighbours(population, dayNumber(asOf));
  const asked = new Set<string>();
  let frontier: readonly string[] = [enterpriseCode];
  for (let round = 0; round < ROUNDS && frontier.length > 0; round += 1) {
    for (const code of frontier) asked.add(code);
    const values = seen.unseen((await neighbours.valuesOf(frontier)).flat());
    const members = await neighbours.membersOf(values);
    const reached = values.flatMap((value, index) => seen.add(value, members[index] ?? []));
    frontier = [...new Set(reached)]
      .filter((code) => !asked.has(code))
      .sort()
      .slice(0, COMPANIES_A_ROUND);
  }
  seen.addUnsure();
  const rings = findRings(seen.links, seen.companies, { asOf, population });
  return rings.find(({ members }) => members.some((member) => member.enterpriseCode === enterpriseCode));
}

/** What has been read around a company so far. */
class SeenNeighbours {
  readonly links: CompanyLink[] = [];
  readonly companies: LinkMember[] = [];
  readonly #indexes = new Map<string, number>();
  readonly #values = new Set<string>();
  readonly #unsure: { readonly member: LinkMember; readonly value: SharedValue }[] = [];
  readonly #population: Population;
  readonly #asOf: number;

  constructor(population: Population, asOf: number) {
    this.#population = population;
    this.#asOf = asOf;
  }

  /** Those of the values that have not been met before, each once. */
  unseen(values: readonly SharedValue[]): SharedValue[] {
    return values.filter((value) => {
      const key = valueKey(value);
      if (this.#values.has(key)) return false;
      this.#values.add(key);
      return true;
    });
  }

  /** Keeps a value's companies, and answers with those to go on from: nobody where the value weighs as a hub's. */
  add({ kind, ref }: SharedValue, all: readonly LinkMember[]): string[] {
    const first = all.slice(0, MEMBERS_COUNTED);
    for (const member of first) if (member.unsure) this.#unsure.push({ member, value: { kind, ref } });
    const members = first.filter(({ unsure }) => !unsure).toSorted(byRegistration);
    for (const member of members) this.links.push({ companyIndex: this.#indexOf(member), kind, value: ref });
    if (members.length < 2) return [];
    const days = members.map(({ registeredOn }) => dayNumber(registeredOn));
    const bySigns = signWeights(this.#population);
    const weights = members.map(({ badSigns }, index) => weightOf(badSigns, this.#asOf - (days[index] ?? 0), bySigns));
    const run = weighValue(kind, days, weights, members.length, this.#population.spanDays);
    return run.score > NEGLIGIBLE_WEIGHT ? members.slice(run.from, run.to).map((member) => member.enterpriseCode) : [];
  }

  /** A company whose value is uncertain counts as having it where it shares another value with a company that has it for certain. */
  addUnsure(): void {
    const valuesOf = Map.groupBy(this.links, ({ companyIndex }) => companyIndex);
    const keysOf = (index: number) => new Set((valuesOf.get(index) ?? []).map(({ kind, value }) => `${kind}#${value}`));
    for (const { member, value } of this.#unsure) {
      const index = this.#indexes.get(member.enterpriseCode);
      if (index === undefined) continue;
      const own = keysOf(index);
      const sure = this.links.filter(({ kind, value: ref }) => kind === value.kind && ref === value.ref);
      const isBound = sure.some(({ companyIndex }) => !own.isDisjointFrom(keysOf(companyIndex)));
      if (isBound) this.links.push({ companyIndex: index, kind: value.kind, value: value.ref });
    }
  }

  #indexOf(member: LinkMember): number {
    const known = this.#indexes.get(member.enterpriseCode);
    if (known !== undefined) return known;
    this.#indexes.set(member.enterpriseCode, this.companies.length);
    return this.companies.push(member) - 1;
  }
}

// Of one day the company with more bad signs first, as in the whole province.
const byRegistration = (a: LinkMember, b: LinkMember): number =>
  a.registeredOn === b.registeredOn ? b.badSigns - a.badSigns : a.registeredOn < b.registeredOn ? -1 : 1;
