import type { Assessment } from '../rules/finding.ts';
import type { Sender } from './sender.ts';

/** A company that is flagged or watched, with the senders on whom that leans; none where two senders agree. */
export interface Leaning {
  readonly enterpriseCode: string;
  readonly on: readonly Sender[];
}

/** For each sender on whose rows not too many companies lean: their codes, sorted. Its evidence alone counts for them. */
export type CountsAlone = Readonly<Record<Sender, readonly string[]>>;

/**
 * So few companies may lean on one sender in any province, and one more for each five that are found by two senders.
 * At the real rates of shells at most thirteen of four thousand companies do.
 */
const ALWAYS = 12;
const BY_TWO = 5;

export const leaningOf = (enterpriseCode: string, { leansOn }: Assessment): Leaning | undefined =>
  leansOn && { enterpriseCode, on: leansOn };

/**
 * The companies for which the evidence of one sender counts alone. One sender can write any rows about any number of
 * companies, but it cannot make two senders agree; so a sender on whom more companies lean than usual counts for none.
 */
export function countsAloneIn(all: readonly Leaning[]): CountsAlone {
  const most = mostOf(all);
  return Object.fromEntries(
    [...codesBySender(all)]
      .filter(([, codes]) => codes.length <= most)
      .map(([sender, codes]): [Sender, string[]] => [sender, codes.sort()])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The senders whose word counts for nobody alone, and how many companies lean on each. */
export function doubtedSenders(all: readonly Leaning[]): { readonly sender: Sender; readonly count: number }[] {
  const most = mostOf(all);
  return [...codesBySender(all)].flatMap(([sender, { length: count }]) => (count > most ? [{ sender, count }] : []));
}

const mostOf = (all: readonly Leaning[]): number =>
  ALWAYS + Math.floor(all.filter(({ on }) => on.length === 0).length / BY_TWO);

function codesBySender(all: readonly Leaning[]): ReadonlyMap<Sender, string[]> {
  const bySender = new Map<Sender, string[]>();
  for (const { enterpriseCode, on } of all)
    for (const sender of on) bySender.set(sender, [...(bySender.get(sender) ?? []), enterpriseCode]);
  return bySender;
}

/** The senders whose evidence alone counts for a company, in order. */
export const countsAloneFor = (enterpriseCode: string | undefined, counts: CountsAlone): readonly Sender[] =>
  enterpriseCode === undefined ? [] : Object.keys(counts).filter((sender) => counts[sender]?.includes(enterpriseCode));
