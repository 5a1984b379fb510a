import type { Verdict } from '#shared/domain/risk/rules/finding.ts';

/** A company of a replay; `shell` comes from a decision or a label, if there is one. */
export interface ReplayedVerdict {
  readonly enterpriseCode: string;
  readonly score: number;
  readonly verdict: Verdict;
  readonly shell?: boolean | undefined;
}

/** The labelled companies whose score is in `from` … `from + 10`. */
export interface ReliabilityBand {
  readonly from: number;
  readonly companies: number;
  readonly shells: number;
}

/** The measures of a replay. Shares are 0…1 with 4 decimals; those that need labels are absent without labels. */
export interface Metrics {
  readonly companies: number;
  readonly flagged: number;
  readonly watched: number;
  readonly flagRate: number;
  readonly labelled: number;
  readonly shells: number;
  readonly precision?: number;
  readonly recall?: number;
  /** The share of flagged companies among the labelled honest ones. */
  readonly honestFlagged?: number;
  readonly averagePrecision?: number;
  /** The precision among the `k` highest labelled scores, which reviewers with that capacity would see. */
  readonly precisionAtK?: { readonly k: number; readonly precision: number };
  /** For each tens digit of the score, the number of labelled companies and of shells among them. */
  readonly reliability?: readonly ReliabilityBand[];
}

/** Measures a replay; `k` is how many companies can be reviewed. */
export function metricsOf(replayed: readonly ReplayedVerdict[], k: number): Metrics {
  const flagged = replayed.filter(({ verdict }) => verdict === 'flagged');
  const labelled = replayed.filter(({ shell }) => shell !== undefined);
  const shells = labelled.filter(({ shell }) => shell);
  const counts = {
    companies: replayed.length,
    flagged: flagged.length,
    watched: replayed.filter(({ verdict }) => verdict === 'watch').length,
    flagRate: share(flagged.length, replayed.length),
    labelled: labelled.length,
    shells: shells.length,
  };
  if (labelled.length === 0) return counts;
  const right = flagged.filter(({ shell }) => shell === true).length;
  const wrong = flagged.filter(({ shell }) => shell === false).length;
  const ranked = worstFirst(labelled);
  const reviewed = ranked.slice(0, k);
  return {
    ...counts,
    precision: share(right, right + wrong),
    recall: share(right, shells.length),
    honestFlagged: share(wrong, labelled.length - shells.length),
    averagePrecision: averagePrecision(ranked, shells.length),
    precisionAtK: { k, precision: share(reviewed.filter(({ shell }) => shell).length, reviewed.length) },
    reliability: reliabilityOf(labelled),
  };
}

const BAND = 10;

function reliabilityOf(labelled: readonly ReplayedVerdict[]): ReliabilityBand[] {
  const bands = Map.groupBy(labelled, ({ score }) => Math.min(100 - BAND, Math.floor(score / BAND) * BAND));
  return [...bands]
    .sort(([a], [b]) => a - b)
    .map(([from, some]) => ({ from, companies: some.length, shells: some.filter(({ shell }) => shell).length }));
}

function averagePrecision(ranked: readonly ReplayedVerdict[], shells: number): number {
  let [hits, sum] = [0, 0];
  ranked.forEach(({ shell }, index) => {
    if (!shell) return;
    hits += 1;
    sum += hits / (index + 1);
  });
  return share(sum, shells);
}

const worstFirst = (replayed: readonly ReplayedVerdict[]): ReplayedVerdict[] =>
  [...replayed].sort((a, b) => b.score - a.score || (a.enterpriseCode < b.enterpriseCode ? -1 : 1));

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 10_000);
