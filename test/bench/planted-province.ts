import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import { SHARED_KINDS } from '#shared/domain/risk/rings/band.ts';
import type { LinkColumns } from '#shared/domain/risk/rings/link-columns.ts';

/**
 * A made-up province with five links for each company; `ring[i]` is the planted ring of company i, or -1 for honest
 * ones.
 */
export interface PlantedProvince {
  readonly companies: readonly LinkMember[];
  readonly links: LinkColumns;
  readonly ring: Int32Array;
}

/** The shares of companies with no bad sign and with one, among honest and among rings' companies. */
export interface SignShares {
  readonly honest: readonly [none: number, one: number];
  readonly rings: readonly [none: number, one: number];
}

const USUAL_SIGNS: SignShares = { honest: [0.88, 0.096], rings: [0.2, 0.35] };

const FIELDS = ['person', 'address', 'phone', 'email', 'agent'] as const;
type Field = (typeof FIELDS)[number] | 'holder';
type PlantedValues = Partial<Record<Field, string>>;

const SPAN_DAYS = 1095;
const FIRST_DAY = Date.UTC(2023, 0, 1) / 86_400_000;
const DAYS = Array.from({ length: SPAN_DAYS }, (_, day) =>
  new Date((FIRST_DAY + day) * 86_400_000).toISOString().slice(0, 10),
);
const CHANCE = 0.02;
const HUBS: readonly { readonly size: number; readonly fields: readonly Field[] }[] = [
  { size: 10_000, fields: ['agent', 'phone'] },
  { size: 10_000, fields: ['address'] },
  { size: 4_000, fields: ['agent', 'phone', 'email'] },
  { size: 2_000, fields: ['address', 'phone'] },
  { size: 1_000, fields: ['agent', 'email'] },
  { size: 300, fields: ['address'] },
  { size: 100, fields: ['agent', 'phone'] },
  { size: 100, fields: ['address'] },
  { size: 40, fields: ['address', 'agent'] },
  { size: 40, fields: ['phone', 'agent'] },
];

/**
 * Plants rings of 4 to 15 among honest companies: offices opened in a fortnight, one nominee behind many, staggered
 * ones that vary their phone and spell their address in two ways, and chains in which only neighbours share a value.
 * One in five of their companies shows no bad sign. Around them stand hubs of up to 10,000 that rings use too,
 * buildings, families, founders of several companies, sound corporate groups founded in one month, and 2 % of
 * companies whose phone or e-mail is, by chance, also another's.
 */
export function plantProvince(count: number, seed: number, signs: SignShares = USUAL_SIGNS): PlantedProvince {
  const random = mulberry(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const draft = new ProvinceDraft(count, seed);
  const { fresh } = draft;
  const signsOf = ([none, one]: readonly [number, number]): number => {
    const drawn = random();
    return drawn < none ? 0 : drawn < none + one ? 1 : 2 + below(2);
  };
  const honestSigns = (): number => signsOf(signs.honest);

  const hubValues = HUBS.map(
    ({ fields }): PlantedValues => Object.fromEntries(fields.map((field) => [field, fresh()])),
  );
  HUBS.forEach(({ size }, hub) => {
    const scaled = (size * count) / 200_000;
    for (let i = 0; i < scaled; i += 1) draft.add(below(SPAN_DAYS), honestSigns(), hubValues[hub] ?? {}, -1);
  });
  const seats = HUBS.flatMap(({ size }, hub) => Array.from({ length: size / 20 }, () => hub));

  const rings = Math.round(count * 0.005);
  for (let number = 0; number < rings; number += 1) {
    const hub = random() < 0.3 ? (hubValues[seats[below(seats.length)] ?? 0] ?? {}) : {};
    for (const { day, own } of ringCompanies(random(), below, fresh)) {
      // The ring's agent or shared office serves honest companies too; an own account holder leaves no room for one.
      if (own.holder === undefined && hub.agent !== undefined) own.agent = hub.agent;
      for (const field of ['address', 'phone', 'email'] as const) own[field] ??= hub[field] ?? fresh();
      draft.add(day, signsOf(signs.rings), own, number);
    }
  }

  const anyDay = (): number => below(SPAN_DAYS);
  const together = (size: number, fields: readonly Field[], day = anyDay, signsNow = honestSigns): void => {
    const shared: PlantedValues = Object.fromEntries(fields.map((field) => [field, fresh()]));
    for (let i = 0; i < size; i += 1) draft.add(day(), signsNow(), shared, -1);
  };
  for (let i = 0; i < count * 0.01; i += 1) together(2 + below(3), ['phone', 'address']);
  for (let i = 0; i < count * 0.015; i += 1) together(2 + below(4), ['person', 'phone']);
  for (let i = 0; i < count * 0.003; i += 1) together(5 + below(36), ['address']);
  for (let i = 0; i < count * 0.001; i += 1) {
    const start = below(SPAN_DAYS - 400);
    const inThatMonth = (): number => start + below(30);
    together(4 + below(5), ['address', 'person', 'phone'], inThatMonth, () => 0);
  }
  while (draft.companies.length < count) draft.add(anyDay(), honestSigns(), {}, -1);
  draft.linkByChance(random);
  return draft;
}

/** The companies of one ring; `style` from 0 to 1 decides how they hide. */
function* ringCompanies(
  style: number,
  below: (limit: number) => number,
  fresh: () => string,
): Generator<{ readonly day: number; readonly own: PlantedValues }> {
  const smallest = style >= 0.45 && style < 0.7 ? 6 : 4;
  const size = smallest + below(16 - smallest);
  const start = below(SPAN_DAYS - 240);
  const [person, address, otherAddress, phone, email, holder] = [fresh(), fresh(), fresh(), fresh(), fresh(), fresh()];
  const of100 = (share: number): boolean => below(100) < share;
  let before: PlantedValues = { address: fresh(), phone: fresh(), email: fresh() };
  for (let i = 0; i < size; i += 1) {
    const own: PlantedValues = {};
    let day = start + below(14);
    if (style < 0.45) {
      if (of100(75)) own.address = address;
      if (of100(70)) own.phone = phone;
      if (of100(70) || (own.address ?? own.phone) === undefined) own.email = email;
    } else if (style < 0.7) {
      day = below(SPAN_DAYS);
      own.person = person;
      if (of100(80)) own.phone = phone;
    } else if (style < 0.9) {
      day = start + below(240);
      own.address = of100(50) ? address : otherAddress;
      if (of100(50)) own.email = email;
      if (own.email === undefined || of100(50)) own.holder = holder;
    } else {
      for (const field of ['address', 'phone', 'email'] as const) own[field] = fresh();
      const field = (['address', 'phone', 'email'] as const)[i % 3] ?? 'phone';
      if (i > 0) own[field] = before[field] ?? '';
      before = own;
    }
    yield { day, own };
  }
}

/**
 * Builds the province directly as columns, so that nearly all memory of the benchmark belongs to the code that it
 * measures.
 */
class ProvinceDraft {
  readonly companies: LinkMember[] = [];
  readonly ring: Int32Array;
  readonly links: { readonly company: Int32Array; readonly kind: Uint8Array; readonly value: string[] };
  readonly #planted: Uint8Array;
  readonly #count: number;
  #serial = 0;
  readonly #seed: number;

  constructor(count: number, seed: number) {
    this.#count = count;
    this.#seed = seed;
    this.ring = new Int32Array(count).fill(-1);
    const links = count * FIELDS.length;
    this.links = { company: new Int32Array(links), kind: new Uint8Array(links), value: [] };
    this.#planted = new Uint8Array(links);
  }

  readonly fresh = (): string => {
    this.#serial += 1;
    return keyOf(this.#serial, this.#seed);
  };

  add(day: number, badSigns: number, own: PlantedValues, ringNumber: number): void {
    const index = this.companies.length;
    if (index >= this.#count) return;
    this.ring[index] = ringNumber;
    this.companies.push({
      enterpriseCode: String(1_000_000_000 + ((index * 7_654_321) % 8_999_993) * 1000 + (this.#seed % 1000)),
      registeredOn: DAYS[day] ?? '',
      badSigns,
    });
    for (const field of FIELDS) {
      // The fifth link is the account holder where there is no filing agent.
      const used = field === 'agent' && own.agent === undefined ? 'holder' : field;
      const link = this.links.value.length;
      this.links.company[link] = index;
      this.links.kind[link] = SHARED_KINDS.indexOf(used);
      this.#planted[link] = own[used] === undefined ? 0 : 1;
      this.links.value.push(own[used] ?? this.fresh());
    }
  }

  linkByChance(random: () => number): void {
    const { value } = this.links;
    for (let index = 0; index < this.companies.length; index += 1) {
      const at = random() < 0.5 ? 2 : 3;
      const link = index * FIELDS.length + at;
      if (random() >= CHANCE || this.#planted[link] === 1) continue;
      value[link] = value[Math.floor(random() * this.companies.length) * FIELDS.length + at] ?? '';
    }
  }
}

/** Makes a text like the keyed hash of a deployed link, with 22 characters. */
const keyOf = (serial: number, seed: number): string => {
  const mixed = Math.imul(serial ^ seed, 0x9e37_79b1) >>> 0;
  return [mixed, serial, (mixed ^ serial) >>> 0]
    .map((part) => part.toString(36).padStart(7, '0'))
    .join('')
    .padEnd(22, 'k');
};

const mulberry = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
