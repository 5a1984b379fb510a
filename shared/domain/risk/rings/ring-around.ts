import { fairShare } from '../fair-share.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type LinkMember, MEMBERS_COUNTED } from './band.ts';
import {
  dayNumber,
  NEGLIGIBLE_WEIGHT,
  type Population,
  signWeights,
  UNMEASURED_POPULATION,
  weightOfBadSigns,
  weighValue,
} from './hub.ts';
import { findRings } from './find-rings.ts';
import type { CompanyLink } from './link-columns.ts';
import type { Ring } from './ring.ts';
import { type SharedValue, valueKey } from './value-key.ts';

/** Reads the data around a company, one batch in each round. */
export interface Neighbours {
  /** The values that each of the companies may share. Unknown companies are left out. */
  valuesOf(enterpriseCodes: readonly string[]): Promise<readonly (readonly SharedValue[])[]>;
  /** The companies at each value, in the requested order; of a hub only the first 60 by code. */
  membersOf(values: readonly SharedValue[]): Promise<readonly (readonly LinkMember[])[]>;
}

export interface RingAroundOptions {
  /** The day for companies' ages. */
  readonly asOf: IsoDate;
  readonly population?: Population | undefined;
}

const ROUNDS = 3;
const COMPANIES_A_ROUND = 60;
/** Real companies have some twenty values. */
const VALUES_A_ROUND = 3000;

/**
 * The ring of a company, with the same evidence as from `findRings`, or undefined. It reads at most three rounds of
 * values and sixty companies for each value and round, and never goes on from a hub, so that a hub of 10,000 companies
 * costs one request. Where companies have very many values, it reads as many of each company and kind.
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
    const values = seen.unseen(chosenValues(await neighbours.valuesOf(frontier)));
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

/** As many values of each company, and of each company as many of each kind. */
function chosenValues(ofCompanies: readonly (readonly SharedValue[])[]): readonly SharedValue[] {
  const most = fairShare(
    ofCompanies.map(({ length }) => length),
    VALUES_A_ROUND,
  );
  return ofCompanies.flatMap((values) => {
    if (values.length <= most) return values;
    const byKind = [...Map.groupBy(values, ({ kind }) => kind).values()];
    const ofKind = fairShare(
      byKind.map(({ length }) => length),
      most,
    );
    return byKind.flatMap((own) => own.slice(0, ofKind));
  });
}

/** The companies and values that have been read around a company so far. */
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

  /** The values that have not been read before, each once. */
  unseen(values: readonly SharedValue[]): SharedValue[] {
    return values.filter((value) => {
      const key = valueKey(value);
      if (this.#values.has(key)) return false;
      this.#values.add(key);
      return true;
    });
  }

  /** Stores a value's companies and returns those from which to read on, or none where the value is a hub's. */
  add({ kind, ref }: SharedValue, all: readonly LinkMember[]): string[] {
    const first = all.slice(0, MEMBERS_COUNTED);
    for (const member of first) if (member.unsure) this.#unsure.push({ member, value: { kind, ref } });
    const members = first.filter(({ unsure }) => !unsure).toSorted(byRegistration);
    for (const member of members) this.links.push({ companyIndex: this.#indexOf(member), kind, value: ref });
    if (members.length < 2) return [];
    const days = members.map(({ registeredOn }) => dayNumber(registeredOn));
    const bySigns = signWeights(this.#population);
    const weights = members.map(({ badSigns }, index) =>
      weightOfBadSigns(badSigns, this.#asOf - (days[index] ?? 0), bySigns),
    );
    const run = weighValue(kind, days, weights, members.length, this.#population.spanDays);
    return run.score > NEGLIGIBLE_WEIGHT ? members.slice(run.from, run.to).map((member) => member.enterpriseCode) : [];
  }

  /**
   * A company with an uncertain value counts as having it where it shares another value with a company that certainly
   * has it.
   */
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

// On the same day the company with more bad signs comes first, as in the whole province.
const byRegistration = (a: LinkMember, b: LinkMember): number =>
  a.registeredOn === b.registeredOn ? b.badSigns - a.badSigns : a.registeredOn < b.registeredOn ? -1 : 1;
