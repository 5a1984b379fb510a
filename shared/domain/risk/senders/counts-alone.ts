import type { Assessment } from '../rules/finding.ts';
import type { Sender } from './sender.ts';

/** A company that is flagged or watched, with the senders on whom that leans; none where two senders agree. */
export interface Leaning {
  readonly enterpriseCode: string;
  readonly on: readonly Sender[];
  /** Whether it is flagged where their evidence counts. */
  readonly flags?: true | undefined;
}

/** For each sender on whose rows not too many companies lean: their codes, sorted. Its evidence alone counts for them. */
export type CountsAlone = Readonly<Record<Sender, readonly string[]>>;

/**
 * So few companies may lean on one sender in any province, and one more for each so many that are flagged by two senders.
 * At the real rates of shells nine of four thousand companies are flagged so at one bank, beside 24, and thirteen lean on it.
 */
const MOST = { flagged: { always: 4, byTwo: 4 }, all: { always: 12, byTwo: 5 } } as const;

export function leaningOf(enterpriseCode: string, { leansOn, verdict, isDoubted }: Assessment): Leaning | undefined {
  if (leansOn === undefined) return undefined;
  return { enterpriseCode, on: leansOn, ...((verdict === 'flagged' || isDoubted) && { flags: true }) };
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

/** The senders whose word counts for nobody alone, and how many companies lean on each. */
export function doubtedSenders(all: readonly Leaning[]): { readonly sender: Sender; readonly count: number }[] {
  const byTwo = all.filter(({ on, flags }) => flags && on.length === 0).length;
  const [most, mostFlagged] = [MOST.all, MOST.flagged].map((limit) => limit.always + Math.floor(byTwo / limit.byTwo));
  const flagged = codesBySender(all.filter(({ flags }) => flags));
  return [...codesBySender(all)].flatMap(([sender, { length: count }]) =>
    isMore(count, most) || isMore(flagged.get(sender)?.length, mostFlagged) ? [{ sender, count }] : [],
  );
}

const isMore = (count = 0, most = 0): boolean => count > most;

function codesBySender(all: readonly Leaning[]): ReadonlyMap<Sender, string[]> {
  const bySender = new Map<Sender, string[]>();
  for (const { enterpriseCode, on } of all)
    for (const sender of on) bySender.set(sender, [...(bySender.get(sender) ?? []), enterpriseCode]);
  return bySender;
}

/** The senders whose evidence alone counts for a company, in order. */
export const countsAloneFor = (enterpriseCode: string | undefined, counts: CountsAlone): readonly Sender[] =>
  enterpriseCode === undefined ? [] : Object.keys(counts).filter((sender) => counts[sender]?.includes(enterpriseCode));
