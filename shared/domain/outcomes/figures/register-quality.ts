import type { CompanyDuties } from '../clocks/company-duties.ts';

/** How true the register is of one company; a value is undefined where nobody has looked. */
export interface CompanyQuality {
  /** Whether the register has all that later checks need. */
  readonly complete: boolean;
  /** Whether the police's data agree with all of its people that were compared. */
  readonly agrees?: boolean | undefined;
  /** Whether the last visit that was drawn by lot found it at its head office. */
  readonly found?: boolean | undefined;
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
  /** By the key of the commune of the head office; '' where it is not known. */
  readonly byCommune: Readonly<Record<string, QualityParts>>;
  /** By the month of registration. */
  readonly byMonth: Readonly<Record<string, QualityParts>>;
}

/** Counts the measures of all companies, by commune and by the month of registration. */
export function registerQuality(companies: readonly QualityOfCompany[]): RegisterQuality {
  const by = (keyOf: (company: QualityOfCompany) => string) =>
    Object.fromEntries(
      [...Map.groupBy(companies, keyOf)]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, own]) => [key, partsOf(own)] as const),
    );
  return {
    all: partsOf(companies),
    byCommune: by(({ commune = '' }) => commune),
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
