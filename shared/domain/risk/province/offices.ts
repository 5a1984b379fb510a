import { addDays, daysBetween } from '#shared/domain/vietnamese/dates.ts';
import type { Span, Spans } from '../coverage.ts';
import { OFFICE_KINDS, type OfficeKind, type CompanySample } from './company-sample.ts';

/** What an area's office sends of a kind: from and to where they differ from the whole province's, or nothing. */
export type SentByOffice = Some | 'nothing';
interface Some {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** By area what its office sends; one left out has too few companies to tell. */
export interface OfficesByArea {
  readonly communes: Readonly<Record<string, SentByOffice>>;
  readonly districts: Readonly<Record<string, SentByOffice>>;
  readonly whole: Some;
  /** Some area sends nothing, so that of an unknown one nothing is known. */
  readonly someSilent: boolean;
}
export type OfficeProfiles = Readonly<Partial<Record<OfficeKind, OfficesByArea>>>;

/** In a province with fewer companies nothing is inferred: coverage holds for all companies. */
const ENOUGH_COMPANIES = 30;
/** A company needs so long until most of its kind would have sent something. */
const SETTLED_DAYS = 200;
/** Rows expected of an area before their absence is a silence. */
const EXPECTED = { communes: 6, districts: 4 } as const;
/** An area with less than this share of what others send is silent. */
const SILENT_SHARE = 0.25;
/** Where an area begins or ends within a quarter of the province, it is covered with it. */
const SAME_TIME_DAYS = 100;
const SOME_OLDER = 3;
/** Dates typed wrongly lie outside: this share at each end is not looked at. */
const OUTLIERS = 0.02;

/**
 * Which offices send what, from the rows there are of the companies of their areas. Companies without rows are of every
 * area; an area of which hardly any company has one has an office that sends none.
 * @param covered by kind the days of the rows in files read to their end
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
  const sent = (own: readonly CompanySample[], expected: number): SentByOffice | undefined =>
    own.length * usual < expected ? undefined : sentOf(own, kind, usual, window);
  const districts = recordOf(byDistrict, (own) => sent(own, EXPECTED.districts));
  const communes = recordOf(byCommune, (own) => {
    const district = own.map(districtOf).find((one) => one !== undefined);
    return sent(own, EXPECTED.communes) ?? (district === undefined ? undefined : districts[district]);
  });
  const someSilent = [...Object.values(districts), ...Object.values(communes)].includes('nothing');
  return { communes, districts, whole: daysOf(asked, kind, window), someSilent };
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

/** The upper quarter of the areas, weighed by their companies: silent ones don't pull it down. */
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

function sentOf(own: readonly CompanySample[], kind: OfficeKind, usual: number, window: Span): SentByOffice {
  const sending = own.filter(({ spans }) => spans[kind] !== undefined);
  return sending.length < own.length * usual * SILENT_SHARE ? 'nothing' : daysOf(sending, kind, window);
}

/** When the rows begin and end, where that isn't when the whole province's do. */
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

/** Whether some companies are much older than the day of the first row. Without such companies the first row shows their founding, and not that the office began to send late. */
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

/** The district a company names, else the one that most others of its commune name: new addresses name none. */
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
