/** One benchmark's figures; `ratio` as the bench defines it, `at` an ISO instant. */
export interface BenchResult {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly floor?: number;
  /** Absent where there is no comparison. */
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

/** The options of the command line beside the names. */
export interface BenchOptions {
  /** Folders of labelled worlds. */
  readonly worlds?: readonly string[] | undefined;
  readonly knownBy?: string | undefined;
  /** Whether banks report days. */
  readonly daily?: boolean | undefined;
  /** How many companies the province has. */
  readonly companies?: number | undefined;
}

/** The processor time of this process in ms, which other jobs of the machine influence less than wall time. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The upper median; 0 for an empty list. */
export const median = (figures: readonly number[] = []): number =>
  figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
