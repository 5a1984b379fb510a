import type { LinkMember, SharedKind } from '#shared/domain/rings/band.ts';
import { SHARED_KINDS } from '#shared/domain/rings/band.ts';
import type { LinkColumns } from '#shared/domain/rings/link-columns.ts';

/** A made-up province with five links a company; `ring[i]` is the planted ring of company i, -1 for honest ones. */
export interface PlantedProvince {
  readonly companies: readonly LinkMember[];
  readonly links: LinkColumns;
  readonly ring: Int32Array;
}

const FIELDS = ['person', 'address', 'phone', 'email', 'agent'] as const;
type Field = (typeof FIELDS)[number] | 'holder';
type Values = Partial<Record<Field, string>>;

const SPAN_DAYS = 1095;
const FIRST_DAY = Date.UTC(2023, 0, 1) / 86_400_000;
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
 * Three of ten of their companies show no bad sign. Around them stand hubs of up to 10,000, buildings, families,
 * founders of several companies, sound corporate groups founded in one month, and values that strangers share by chance.
 */
export function plantProvince(count: number, seed: number): PlantedProvince {
  const random = mulberry(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const values: Values[] = [];
  const companies: LinkMember[] = [];
  const ring = new Int32Array(count).fill(-1);
  let serial = 0;
  const fresh = (): string => {
    serial += 1;
    return keyOf(serial, seed);
  };
  const add = (day: number, badSigns: number, own: Values, ringNumber = -1): void => {
    if (companies.length >= count) return;
    ring[companies.length] = ringNumber;
    const on = new Date((FIRST_DAY + Math.max(0, Math.min(SPAN_DAYS, day))) * 86_400_000).toISOString().slice(0, 10);
    companies.push({ enterpriseCode: String(1_000_000_000 + ((companies.length * 7_654_321) % 8_999_993) * 1000 + seed % 1000), registeredOn: on, badSigns });
    values.push(own);
  };
  const honestSigns = (): number => (random() < 0.88 ? 0 : random() < 0.8 ? 1 : 2);
  const ringSigns = (): number => (random() < 0.2 ? 0 : random() < 0.44 ? 1 : 2 + below(2));
  const pick = (own: Values, field: Field, share: number, pool: readonly string[]): void => {
    if (random() < share) own[field] = pool[below(pool.length)] ?? '';
  };

  const hubValues = HUBS.map(({ fields }) => Object.fromEntries(fields.map((field) => [field, fresh()])));
  const scale = count / 200_000;
  HUBS.forEach(({ size }, hub) => {
    for (let i = 0; i < size * scale; i += 1) add(below(SPAN_DAYS), honestSigns(), { ...hubValues[hub] });
  });

  const seats = HUBS.flatMap(({ size }, hub) => Array.from({ length: Math.ceil(size / 40) }, () => hub));
  const bySize = (): number => seats[below(seats.length)] ?? 0;
  const plantRing = (number: number): void => {
    const style = random();
    const smallest = style >= 0.45 && style < 0.7 ? 6 : 4;
    const size = smallest + below(16 - smallest);
    const start = below(SPAN_DAYS - 240);
    const pool: Record<string, string[]> = {};
    for (const field of [...FIELDS, 'holder']) pool[field] = [fresh(), fresh()];
    const one = (field: Field): string[] => (pool[field] ?? []).slice(0, 1);
    const hub: Values = random() < 0.3 ? { ...hubValues[bySize()] } : {};
    let before: Values = Object.fromEntries(FIELDS.map((field) => [field, fresh()]));
    for (let i = 0; i < size; i += 1) {
      const own: Values = {};
      let day = start + below(14);
      if (style < 0.45) {
        pick(own, 'address', 0.75, one('address'));
        pick(own, 'phone', 0.7, one('phone'));
        pick(own, 'email', 0.7, one('email'));
        if (own.address === undefined && own.phone === undefined) [own.email] = one('email');
      } else if (style < 0.7) {
        day = below(SPAN_DAYS);
        [own.person] = one('person');
        pick(own, 'phone', 0.8, one('phone'));
      } else if (style < 0.9) {
        day = start + below(240);
        own.address = pool['address']?.[below(2)];
        pick(own, 'email', 0.5, one('email'));
        if (own.email === undefined || random() < 0.5) [own.holder] = one('holder');
      } else {
        for (const field of ['address', 'phone', 'email'] as const) own[field] = fresh();
        const field = FIELDS[1 + (i % 3)] ?? 'phone';
        if (i > 0) own[field] = before[field];
        before = own;
      }
      // The ring's agent or shared office serves honest companies too; an own account holder leaves no room for one.
      if (own.holder === undefined) own.agent = hub.agent;
      for (const field of ['address', 'phone', 'email'] as const) own[field] ??= hub[field];
      add(day, ringSigns(), own, number);
    }
  };
  const rings = Math.round(count * 0.005);
  for (let number = 0; number < rings; number += 1) plantRing(number);

  const together = (size: number, fields: readonly Field[], day: () => number, signs: () => number): void => {
    const shared: Values = Object.fromEntries(fields.map((field) => [field, fresh()]));
    for (let i = 0; i < size; i += 1) add(day(), signs(), { ...shared });
  };
  const anyDay = (): number => below(SPAN_DAYS);
  for (let i = 0; i < count * 0.01; i += 1) together(2 + below(3), ['phone', 'address'], anyDay, honestSigns);
  for (let i = 0; i < count * 0.015; i += 1) together(2 + below(4), ['person', 'phone'], anyDay, honestSigns);
  for (let i = 0; i < count * 0.003; i += 1) together(5 + below(36), ['address'], anyDay, honestSigns);
  for (let i = 0; i < count * 0.001; i += 1) {
    const start = below(SPAN_DAYS - 400);
    together(4 + below(5), ['address', 'person', 'phone'], () => start + below(30), () => 0);
  }
  while (companies.length < count) add(anyDay(), honestSigns(), {});

  return { companies, links: toColumns(values, fresh, random), ring };
}

const CHANCE = 0.02;

const toColumns = (values: readonly Values[], fresh: () => string, random: () => number): LinkColumns => {
  const company = new Int32Array(values.length * FIELDS.length);
  const kind = new Uint8Array(company.length);
  const value: string[] = [];
  values.forEach((own, index) => {
    for (const field of FIELDS) {
      // The fifth link is the account's holder where there is no filing agent.
      const used: SharedKind = field === 'agent' && own.agent === undefined ? 'holder' : field;
      company[value.length] = index;
      kind[value.length] = SHARED_KINDS.indexOf(used);
      value.push(own[used] ?? fresh());
    }
  });
  for (let index = 0; index < values.length; index += 1) {
    const at = random() < 0.5 ? 2 : 3;
    if (random() >= CHANCE || values[index]?.[FIELDS[at] ?? 'phone'] !== undefined) continue;
    value[index * FIELDS.length + at] = value[Math.floor(random() * values.length) * FIELDS.length + at] ?? '';
  }
  return { company, kind, value };
};

/** Looks like the keyed hash that a deployed link carries: 22 characters. */
const keyOf = (serial: number, seed: number): string => {
  const a = Math.imul(serial ^ seed, 0x9e37_79b1) >>> 0;
  return `${a.toString(36).padStart(7, '0')}${serial.toString(36).padStart(8, '0')}${(a ^ serial).toString(36).slice(-7).padStart(7, 'k')}`;
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
