import { isLaterDrop } from './drop-order.ts';

/** The source of a fact that a file states. */
export interface Origin {
  /** The file, as `<feed>/<file>`. */
  readonly file: string;
  /** The drop of the file. */
  readonly version: string;
}

/** A fact about one subject, as it is stored: the same content may be there once for each drop that states it. */
export interface StatedFact {
  /** The id of its content. */
  readonly id: string;
  /** Undefined for a fact that no file states, such as a decision; it always counts. */
  readonly from: Origin | undefined;
  /** What the fact is about, such as a version of a company or an account's month: of one file, the newest drop that states a place says what holds there. */
  readonly place?: string | undefined;
  /** The places that the fact states; its own where undefined. */
  readonly states?: readonly string[] | undefined;
}

/** How the facts of a drop stand. */
export interface Standing {
  /** The instant since which they count; undefined where they do not count, but still replace those of earlier drops. */
  readonly since: string | undefined;
}

/** Undefined for a drop of which nothing counts, and that replaces nothing. */
export type StandingOf = (from: Origin) => Standing | undefined;

/**
 * The facts about a subject that count, each content once, and since when. What a later drop of the same file says about
 * a place replaces what earlier ones said about it, also where that drop was replaced itself; what it does not mention
 * stays. Of several files that state the same
 * content, the first that counted stands for it. The order of the facts does not matter.
 */
export function countedFacts<F extends StatedFact>(
  facts: readonly F[],
  standingOf: StandingOf,
): readonly (F & { readonly since: string })[] {
  const standing = facts.flatMap((fact) => {
    const found = fact.from ? standingOf(fact.from) : { since: '' };
    return found ? [{ fact, since: found.since }] : [];
  });
  const newest = new Map<string, string>();
  for (const { from, place, states = place === undefined ? [] : [place] } of standing.map(({ fact }) => fact)) {
    if (!from) continue;
    for (const stated of states) {
      const known = newest.get(keyOf(from, stated));
      if (known === undefined || isLaterDrop(from.version, known)) newest.set(keyOf(from, stated), from.version);
    }
  }
  const held = new Map<string, F & { readonly since: string }>();
  for (const { fact: stated, since } of standing) {
    if (since === undefined) continue;
    const fact = { ...stated, since };
    const { id, from, place } = fact;
    const last = from && place !== undefined ? newest.get(keyOf(from, place)) : undefined;
    if (from && last !== undefined && isLaterDrop(last, from.version)) continue;
    const known = held.get(id);
    if (!known || isBefore(fact, known)) held.set(id, fact);
  }
  return [...held.values()];
}

const keyOf = ({ file }: Origin, place: string) => `${file}\n${place}`;

const isBefore = (one: StatedFact & { since: string }, other: StatedFact & { since: string }): boolean => {
  const [mine, theirs] = [one, other].map(({ since, from }) => `${since} ${from?.file ?? ''} ${from?.version ?? ''}`);
  return (mine ?? '') < (theirs ?? '');
};
