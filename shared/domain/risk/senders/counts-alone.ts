import type { Assessment } from '../rules/finding.ts';
import type { Sender } from './sender.ts';
import type { UnusualSender } from './unusual.ts';

/** A company that is flagged or watched, with the senders on whom that leans; none where two senders agree. */
export interface Leaning {
  readonly enterpriseCode: string;
  readonly on: readonly Sender[];
  /** Whether it is flagged where their evidence counts. */
  readonly flags?: true | undefined;
  /** The banks beside whose word hardly anything speaks against it. */
  readonly saidOnlyBy?: readonly Sender[] | undefined;
}

/** For each sender on whose rows not too many companies lean: their codes, sorted. Its evidence alone counts for them. */
export type CountsAlone = Readonly<Record<Sender, readonly string[]>>;

/**
 * So few companies may lean on one sender in any province, and one more for each so many that are flagged by two senders.
 * At the real rates of shells nine of four thousand companies are flagged so at one bank, beside 24, and thirteen lean on it.
 */
const MOST = {
  all: { always: 12, byTwo: 5 },
  flagged: { always: 4, byTwo: 4 },
  saidOnly: { always: 3, byTwo: 20 },
} as const;

export function leaningOf(
  enterpriseCode: string,
  { leansOn, verdict, isDoubted, saidOnlyBy = [] }: Assessment,
): Leaning | undefined {
  if (leansOn === undefined) return undefined;
  return {
    enterpriseCode,
    on: leansOn,
    ...((verdict === 'flagged' || isDoubted) && { flags: true }),
    ...(saidOnlyBy.length > 0 && { saidOnlyBy }),
  };
}

/**
 * The companies for which the evidence of one sender counts alone. One sender can write any rows about any number of
 * companies, but it cannot make two senders agree; so a sender on whom more companies lean than usual counts for none.
 */
export function countsAloneIn(all: readonly Leaning[]): CountsAlone {
  const doubted = new Set(doubtedSenders(all).map(({ sender }) => sender));
  return Object.fromEntries(
    [...codesBySender(all)]
      .filter(([sender]) => !doubted.has(sender))
      .map(([sender, codes]): [Sender, string[]] => [sender, codes.sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** A sender whose word counts for nobody alone, and how many companies lean on it; or of how many its rows say what is unusual. */
export interface DoubtedSender {
  readonly sender: Sender;
  readonly count: number;
  readonly because?: UnusualSender['because'] | undefined;
}

export function doubtedSenders(all: readonly Leaning[]): DoubtedSender[] {
  const flagged = all.filter(({ flags }) => flags);
  const byTwo = flagged.filter(({ on }) => on.length === 0).length;
  const isMore = (some: readonly Leaning[], limit: (typeof MOST)[keyof typeof MOST]) =>
    some.length > limit.always + Math.floor(byTwo / limit.byTwo);
  return [...codesBySender(all)].flatMap(([sender, { length: count }]) => {
    const leaning = all.filter(({ on }) => on.includes(sender));
    const isDoubted =
      isMore(leaning, MOST.all) ||
      isMore(
        leaning.filter(({ flags }) => flags),
        MOST.flagged,
      ) ||
      isMore(
        flagged.filter(({ saidOnlyBy }) => saidOnlyBy?.includes(sender)),
        MOST.saidOnly,
      );
    return isDoubted ? [{ sender, count }] : [];
  });
}

function codesBySender(all: readonly Leaning[]): ReadonlyMap<Sender, string[]> {
  const bySender = new Map<Sender, string[]>();
  for (const { enterpriseCode, on } of all)
    for (const sender of on) bySender.set(sender, [...(bySender.get(sender) ?? []), enterpriseCode]);
  return bySender;
}

/** The senders whose evidence alone counts for a company, in order. */
export const countsAloneFor = (enterpriseCode: string | undefined, counts: CountsAlone): readonly Sender[] =>
  enterpriseCode === undefined ? [] : Object.keys(counts).filter((sender) => counts[sender]?.includes(enterpriseCode));
