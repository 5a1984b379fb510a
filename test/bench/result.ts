/** One benchmark's figures; `ratio` as the bench defines it, `at` an ISO instant. */
export interface BenchResult {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly floor?: number;
  /** Left out where nothing is held against it. */
  readonly ratio?: number;
  readonly unit: string;
  readonly at: string;
  readonly rssMB: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly [extra: string]: number | string | Readonly<Record<string, number>> | undefined;
}
/** Each `test/bench/<name>.ts` exports one of these as `bench`. */
export type Bench = (options: BenchOptions) => Promise<BenchResult>;

/** What the command line says beside the names. */
export interface BenchOptions {
  /** Folders of labelled worlds. */
  readonly worlds?: readonly string[] | undefined;
  readonly knownBy?: string | undefined;
  /** Banks tell days. */
  readonly daily?: boolean | undefined;
}

/** Processor time of this process so far, ms: other jobs of the machine change it less than the time on the wall. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Of an even number of figures the higher of the two in the middle; 0 of none. */
export const median = (figures: readonly number[] = []): number =>
  figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
