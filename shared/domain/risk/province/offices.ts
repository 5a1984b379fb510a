import { addDays, daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { Span, Spans } from '../coverage.ts';
import { doubtfulDistricts } from './doubtful-revenues.ts';
import { isOfTaxOffice, type LeftOut, leftOutOf, NOBODY_LEFT_OUT } from './left-out-companies.ts';
import type { OfficeAreas, CompanySample } from './company-sample.ts';
import { OFFICE_KINDS, type OfficeKind } from './office-kinds.ts';

/** What an area's office sends of a kind: nothing, or its first and last day where they differ from the whole province's. */
export type SentByOffice = Some | 'nothing';
interface Some {
  /** Whether it sends rows of only some of its companies, so that a company without rows is unknown. */
  readonly listed?: true | undefined;
  /** Whether its returns contradict its invoices for many companies. */
  readonly doubtful?: true | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The areas with what their offices send; an absent area has too few companies. */
export interface OfficesByArea {
  /**
   * By a commune's key. Where only some of the former districts that a commune was made of send data, the commune
   * counts as silent, and its parts stand beside it (`partOfCommune`).
   */
  readonly communes: Readonly<Record<string, SentByOffice>>;
  readonly districts: Readonly<Record<string, SentByOffice>>;
  readonly whole: SentByOffice;
  /** Whether some area sends nothing, so that nothing is known about absent areas. */
  readonly someSilent: boolean;
}
export type OfficeProfiles = Readonly<Partial<Record<OfficeKind, OfficesByArea>>>;

/** The least number of companies for such conclusions; in a smaller province the coverage is the same for all. */
const ENOUGH_COMPANIES = 30;
/** The age at which most companies have a row of the kind. */
const SETTLED_DAYS = 200;
/** The least number of expected rows of an area for their absence to count. */
const EXPECTED = { communes: 6, districts: 4, parts: 4 } as const;
/** An area with less than this share of the others' rows counts as silent. */
const SILENT_SHARE = 0.25;
/** An area that begins or ends within a quarter of a year of the province counts as covered like the province. */
const SAME_TIME_DAYS = 100;
const SOME_OLDER = 3;
/** The share of dates at each end that is ignored, because wrongly typed dates are there. */
const OUTLIERS = 0.02;

/**
 * Finds which offices send which kinds, from the rows of the companies of their areas. Every area has companies without
 * rows, but where hardly any company has a row the office sends none. @param covered the days of the rows in completely
 * read files, by kind
 */
export function officeProfilesOf(companies: readonly CompanySample[], covered: Spans): OfficeProfiles {
  const districtOf = districtsOf(companies);
  const profile: Partial<Record<OfficeKind, OfficesByArea>> = {};
  for (const kind of OFFICE_KINDS) {
    const window = covered[kind];
    if (window !== undefined) profile[kind] = officesOf(kind, window, companies, districtOf);
  }
  return profile;
}

type DistrictOf = (sample: CompanySample) => string | undefined;

function officesOf(
  kind: OfficeKind,
  window: Span,
  companies: readonly CompanySample[],
  districtOf: DistrictOf,
): OfficesByArea {
  const latest = addDays(window.to, -SETTLED_DAYS);
  const asked = companies.filter(({ files, registeredOn }) => files && registeredOn <= latest);
  if (asked.length < ENOUGH_COMPANIES) return UNKNOWN;
  const byDistrict = grouped(asked, districtOf);
  const byCommune = grouped(asked, ({ place }) => place.commune);
  const usual = usualShare([...byDistrict.values(), ...byCommune.values()], kind);
  const days = (own: readonly CompanySample[]) => daysOf(own, kind, window);
  const leftOut = (own: readonly CompanySample[], around: LeftOut) =>
    isOfTaxOffice(kind) ? leftOutOf(own, days(own).to ?? window.to, around) : NOBODY_LEFT_OUT;
  const inProvince = leftOut(asked, NOBODY_LEFT_OUT);
  const byDistrictLeftOut = new Map([...byDistrict].map(([district, own]) => [district, leftOut(own, inProvince)]));
  const inDistrict = (district = '') => byDistrictLeftOut.get(district) ?? inProvince;
  const doubtful = kind === 'TO_KHAI_THUE' ? doubtfulDistricts(byDistrict, asked) : undefined;
  const doubted = (sent: Some, district = ''): Some => (doubtful?.has(district) ? { ...sent, doubtful: true } : sent);
  const sent = (own: readonly CompanySample[], expected: number, around: LeftOut): SentByOffice | undefined => {
    if (own.length * usual < expected) return undefined;
    if (own.filter(({ spans }) => spans[kind]).length < own.length * usual * SILENT_SHARE) return 'nothing';
    return sentBut(leftOut(own, around), doubted(days(own), own.map(districtOf).find(Boolean)));
  };
  const districts = recordOf(byDistrict, (own) => sent(own, EXPECTED.districts, inProvince));
  const communes = recordOf(byCommune, (own) => {
    const district = own.map(districtOf).find((one) => one !== undefined);
    return sent(own, EXPECTED.communes, inDistrict(district)) ?? districts[district ?? ''];
  });
  const parts = recordOf(
    grouped(asked, ({ place }) => partOfCommune(place)),
    (own) => {
      const district = own[0]?.place.district;
      return sent(own, EXPECTED.parts, inDistrict(district)) ?? districts[district ?? ''];
    },
  );
  const whole = sentBut(inProvince, doubted(days(asked)));
  const someSilent = [...Object.values(districts), ...Object.values(communes), whole].includes('nothing');
  return {
    communes: { ...communes, ...dividedCommunes(parts) },
    districts,
    whole,
    someSilent,
  };
}

/** The rows of a company say nothing of the time after them where the office leaves out later rows of some companies. */
function sentBut({ which }: LeftOut, days: Some): SentByOffice {
  if (which === 'later') return 'nothing';
  return which === 'some' ? { ...days, listed: true } : days;
}

/** The key of the part of a commune that belonged to the former district that an address names. */
export const partOfCommune = ({ commune, district }: OfficeAreas): string | undefined =>
  commune === undefined || district === undefined ? undefined : `${commune}${OF}${district}`;

const OF = '/';

/**
 * The communes of which only some parts send data, as silent, with each of their parts. The tax offices of the former
 * districts still send for their own parts, and an address without a district does not tell the part.
 */
function dividedCommunes(parts: Readonly<Record<string, SentByOffice>>): Record<string, SentByOffice> {
  const byCommune = Map.groupBy(Object.entries(parts), ([part]) => part.slice(0, part.indexOf(OF)));
  return Object.fromEntries(
    [...byCommune].flatMap(([commune, own]): [string, SentByOffice][] => {
      const silent = own.filter(([, sent]) => sent === 'nothing').length;
      return silent === 0 || silent === own.length ? [] : [[commune, 'nothing'], ...own];
    }),
  );
}

const UNKNOWN: OfficesByArea = { communes: {}, districts: {}, whole: {}, someSilent: false };

const recordOf = (
  groups: ReadonlyMap<string, readonly CompanySample[]>,
  sent: (own: readonly CompanySample[]) => SentByOffice | undefined,
): Record<string, SentByOffice> =>
  Object.fromEntries(
    [...groups]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([area, own]): [string, SentByOffice][] => {
        const one = sent(own);
        return one === undefined ? [] : [[area, one]];
      }),
  );

/** The upper quartile over the areas, weighted by their companies, so that silent areas don't lower it. */
function usualShare(groups: readonly (readonly CompanySample[])[], kind: OfficeKind): number {
  const shares = groups
    .map((own) => ({ size: own.length, share: own.filter(({ spans }) => spans[kind]).length / own.length }))
    .sort((a, b) => b.share - a.share);
  const total = shares.reduce((sum, { size }) => sum + size, 0);
  let passed = 0;
  for (const { size, share } of shares) {
    passed += size;
    if (passed >= total / 4) return share;
  }
  return 0;
}

/** The first and last day of the rows, where they differ from the whole province's. */
function daysOf(companies: readonly CompanySample[], kind: OfficeKind, window: Span): Some {
  const spans = companies.flatMap(({ spans: { [kind]: span } }) => span ?? []);
  const cut = Math.floor(spans.length * OUTLIERS);
  const from = spans.map((span) => span.from).sort()[cut] ?? window.from;
  const to =
    spans
      .map((span) => span.to)
      .sort()
      .at(-1 - cut) ?? window.to;
  return {
    ...(daysBetween(window.from, from) > SAME_TIME_DAYS && wereThereBefore(from, companies) && { from }),
    ...(daysBetween(to, window.to) > SAME_TIME_DAYS && { to }),
  };
}

/**
 * Whether some companies are much older than the day of the first row. Without such companies the first row shows their
 * founding, and not that the office began to send late.
 */
const wereThereBefore = (day: string, companies: readonly CompanySample[]): boolean =>
  companies.filter(({ registeredOn }) => registeredOn < addDays(day, -SETTLED_DAYS)).length >= SOME_OLDER;

function grouped(
  companies: readonly CompanySample[],
  areaOf: (sample: CompanySample) => string | undefined,
): Map<string, CompanySample[]> {
  const groups = new Map<string, CompanySample[]>();
  for (const sample of companies) {
    const area = areaOf(sample);
    if (area === undefined) continue;
    const group = groups.get(area);
    if (group) group.push(sample);
    else groups.set(area, [sample]);
  }
  return groups;
}

/**
 * The district in a company's address, otherwise the most frequent one of its commune, because new addresses contain no
 * district.
 */
function districtsOf(companies: readonly CompanySample[]): DistrictOf {
  const named = new Map<string, Map<string, number>>();
  for (const { place } of companies) {
    if (place.commune === undefined || place.district === undefined) continue;
    const counts = named.get(place.commune) ?? new Map<string, number>();
    named.set(place.commune, counts);
    counts.set(place.district, (counts.get(place.district) ?? 0) + 1);
  }
  const usual = new Map(
    [...named].map(([commune, counts]) => [
      commune,
      [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))[0]?.[0],
    ]),
  );
  return ({ place }) => place.district ?? (place.commune === undefined ? undefined : usual.get(place.commune));
}
