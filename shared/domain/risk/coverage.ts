import { addDays } from '#shared/domain/vietnamese/dates.ts';

/** The first and the last day (or period) of the rows that were read. */
export interface Span {
  readonly from: string;
  readonly to: string;
}
export type Spans = Readonly<Record<string, Span>>;
/** The span of rows that have no day, such as a carrier's. */
export const DAYLESS: Span = { from: 'read', to: 'read' };

/** The number of companies or people of whom rows were read, by the kind of row. */
export type Subjects = Readonly<Record<string, number>>;

export function addSubjects(a: Subjects, b: Subjects = {}): Subjects {
  const sum = { ...a };
  for (const [kind, count] of Object.entries(b)) sum[kind] = (sum[kind] ?? 0) + count;
  return sum;
}

/** The coverage of one sender: for each kind (a signal's kind or a bank) the span of its rows in completely read files. */
export interface SenderCoverage {
  /** Its feed, and its folder where it has one: `accounts/970418`. */
  readonly sender: string;
  readonly spans: Spans;
  /** Of these files; who is in several files counts several times. */
  readonly subjects: Subjects;
  /** The sender's statements about its files, each with the subjects of the files that it names. */
  readonly statements: readonly StatementOfFiles[];
  /** Whether a file of the sender is being read; until its end, missing rows of the sender prove nothing. */
  readonly beingRead: boolean;
}

/**
 * A sender's statement of what its files cover (manifest.json), which counts once one of these files has been read to
 * its end.
 */
export interface CoverageStatement {
  /** The kinds of rows; none means every kind in the files. */
  readonly kinds?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /**
   * `all` means that a company without rows has no such facts; `listed` means that the data concern only the companies
   * in them.
   */
  readonly population: 'all' | 'listed';
  /** The names of offices; none means the whole province. */
  readonly offices?: readonly string[] | undefined;
  /** The days of the statement's rows that were read, by kind. */
  readonly read: Spans;
}

export interface StatementOfFiles extends CoverageStatement {
  readonly subjects: Subjects;
}

/**
 * Joins the coverage of two files: the earlier first date and the later last date of each kind, so that the order of
 * files does not matter.
 */
export function joinSpans(a: Spans, b: Spans): Record<string, Span> {
  const joined = { ...a };
  for (const [kind, { from, to }] of Object.entries(b)) {
    const known = joined[kind];
    joined[kind] = known
      ? { from: from < known.from ? from : known.from, to: to > known.to ? to : known.to }
      : { from, to };
  }
  return joined;
}

/**
 * The days of files that were read, without those that only a stopped file has. A stopped file of rows without a day may
 * name anybody.
 */
export function heardSpans(read: readonly Spans[], stopped: readonly Spans[]): Spans {
  const heard = read.reduce<Record<string, Span>>(joinSpans, {});
  const unknown = stopped.flatMap((spans) => Object.entries(spans));
  for (const [kind, days] of unknown.sort(([, a], [, b]) => (a.from < b.from ? -1 : 1))) {
    const known = heard[kind];
    if (!known || read.some((spans) => contains(spans[kind], days))) continue;
    const left = without(known, days);
    if (left) heard[kind] = left;
    else delete heard[kind];
  }
  return heard;
}

const contains = (span: Span | undefined, { from, to }: Span): boolean =>
  from !== DAYLESS.from && span !== undefined && span.from <= from && to <= span.to;

/** What is left after the days, or before them where nothing is left after them. */
function without(span: Span, { from, to }: Span): Span | undefined {
  if (from === DAYLESS.from) return undefined;
  if (to < span.from || span.to < from) return span;
  if (to < span.to) return { from: addDays(to, 1), to: span.to };
  return span.from < from ? { from: span.from, to: addDays(from, -1) } : undefined;
}
