/** For each cohort the names of what many of its companies show, sorted. */
export type CommonSigns = Readonly<Record<string, readonly string[]>>;

/** What a company says to the survey of cohorts. */
export interface CohortSample {
  /** The months of registration, the legal form and whether it was a household business before. */
  readonly cohort: string;
  /** The names of what it shows (`shownNames`), sorted. */
  readonly shows: readonly string[];
  /** Whether a sign of its own speaks against it, so that others are not compared with it. */
  readonly hasSign?: true | undefined;
}

/** The least number of companies of a cohort, and the share of them from which on a sign is usual among them. */
const ENOUGH = 40;
const USUAL = 0.05;

/** From narrow to wide: the company's own cohort, all forms of the same months, and all companies. */
const widening = (cohort: string): readonly string[] => [cohort, cohort.split('|')[0] ?? '', '*'];

export function commonSignsIn(companies: readonly CohortSample[]): CommonSigns {
  const cohorts = new Map<string, { companies: number; readonly signs: Map<string, number> }>();
  for (const { cohort, shows, hasSign } of companies) {
    if (hasSign) continue;
    for (const key of widening(cohort)) {
      const known = cohorts.get(key) ?? { companies: 0, signs: new Map<string, number>() };
      cohorts.set(key, known);
      known.companies += 1;
      for (const code of shows) known.signs.set(code, (known.signs.get(code) ?? 0) + 1);
    }
  }
  return Object.fromEntries(
    [...cohorts]
      .filter(([, { companies: count }]) => count >= ENOUGH)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, { companies: count, signs }]) => [
        key,
        [...signs].flatMap(([code, shown]) => (shown >= count * USUAL ? [code] : [])).sort(),
      ]),
  );
}

/** What the company shows and is usual in its narrowest cohort that has enough companies. */
export function commonSignsOf({ cohort, shows }: CohortSample, table: CommonSigns): readonly string[] {
  const usual = table[widening(cohort).find((key) => table[key] !== undefined) ?? ''] ?? [];
  return shows.filter((code) => usual.includes(code));
}
