import { isInRandomSample } from '#shared/domain/risk/activity/activity.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { CompanyDuties } from '../clocks/company-duties.ts';
import { communeToday } from './territory.ts';

/** How true the register is of one company; a value is undefined where nobody has looked. */
export interface CompanyQuality {
  /** Whether the register has all that later checks need. */
  readonly complete: boolean;
  /** Whether the police's data agree with all of its people that were compared. */
  readonly agrees?: boolean | undefined;
  /** Whether the last visit that was drawn by lot found it at its head office. */
  readonly found?: boolean | undefined;
}

export function qualityOf(facts: CompanyFacts): CompanyQuality {
  const { enterpriseCode, legalForm, charterCapital, mainIndustryCode, address, people, inspections } = facts;
  const heads = people.filter(({ role }) => role === 'legal_representative');
  const compared = people.filter(({ result }) => result !== 'unchecked');
  const drawn = inspections
    .filter(({ on }) => isInRandomSample(enterpriseCode, on))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return {
    complete:
      legalForm !== undefined &&
      charterCapital !== undefined &&
      mainIndustryCode !== undefined &&
      address.specific &&
      heads.some(({ maskedDocumentNumber }) => maskedDocumentNumber !== ''),
    ...(compared.length > 0 && {
      agrees: compared.every(({ result }) => result === 'match' || result === 'variation'),
    }),
    found: drawn.at(-1)?.found,
  };
}

/** Some of a whole. */
export interface Part {
  readonly part: number;
  readonly whole: number;
}

/** The measures of a register as statistical offices name them: how complete, in time, in agreement and true it is. */
export const QUALITY_MEASURES = ['complete', 'timely', 'agreeing', 'found'] as const;
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];
export type QualityParts = Readonly<Record<QualityMeasure, Part>>;

/** A company as it counts in the measures. */
export interface QualityOfCompany {
  readonly commune: string | undefined;
  readonly registeredOn: string;
  readonly quality: CompanyQuality;
  readonly duties: CompanyDuties;
}

export interface RegisterQuality {
  readonly all: QualityParts;
  readonly byCommune: Readonly<Record<string, QualityParts>>;
  /** By the month of registration. */
  readonly byMonth: Readonly<Record<string, QualityParts>>;
}

/** Counts the measures of all companies, by commune of today and by the month of registration. */
export function registerQuality(companies: readonly QualityOfCompany[]): RegisterQuality {
  const by = (keyOf: (company: QualityOfCompany) => string) =>
    Object.fromEntries(
      [...Map.groupBy(companies, keyOf)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, own]) => [key, partsOf(own)] as const),
    );
  return {
    all: partsOf(companies),
    byCommune: by(({ commune }) => (commune === undefined ? '' : communeToday(commune))),
    byMonth: by(({ registeredOn }) => registeredOn.slice(0, 7)),
  };
}

function partsOf(companies: readonly QualityOfCompany[]): QualityParts {
  const share = (values: readonly (boolean | undefined)[]): Part => {
    const known = values.filter((value) => value !== undefined);
    return { part: known.filter(Boolean).length, whole: known.length };
  };
  return {
    complete: share(companies.map(({ quality }) => quality.complete)),
    timely: share(
      companies.flatMap(({ duties }) =>
        Object.values(duties).flatMap((status) => (status === 'due' ? [] : status === 'kept')),
      ),
    ),
    agreeing: share(companies.map(({ quality }) => quality.agrees)),
    found: share(companies.map(({ quality }) => quality.found)),
  };
}

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

/** Wilson's interval of 95 % for a share, in per cent with one decimal; undefined for a whole of 0. */
export function wilsonInterval({ part, whole }: Part): readonly [from: number, to: number] | undefined {
  if (whole === 0) return undefined;
  const share = part / whole;
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * whole)) / whole);
  const [centre, scale] = [share + Z ** 2 / (2 * whole), 1 + Z ** 2 / whole];
  const percent = (value: number) => Math.round((1000 * value) / scale) / 10;
  return [percent(centre - spread), percent(centre + spread)];
}
