/** The part of a name that a word is: họ, tên đệm or tên. */
export type NamePart = 'family' | 'middle' | 'given';

/** The position of two compared words, and whether each name was typed with marks. */
export interface NamePosition {
  readonly position: NamePart;
  readonly oneMarked: boolean;
  readonly otherMarked: boolean;
}

export type NamePositions = Readonly<Record<NamePart, NamePosition>>;
const positionsFor = (oneMarked: boolean, otherMarked: boolean): NamePositions => ({
  family: { position: 'family', oneMarked, otherMarked },
  middle: { position: 'middle', oneMarked, otherMarked },
  given: { position: 'given', oneMarked, otherMarked },
});
const BOTH_MARKED = positionsFor(true, true);
const ONE_MARKED = positionsFor(true, false);
const OTHER_MARKED = positionsFor(false, true);
const NONE_MARKED = positionsFor(false, false);

/** The positions of two names' words, by whether each name was typed with marks. */
export function positionsOf(oneMarked: boolean, otherMarked: boolean): NamePositions {
  if (oneMarked) return otherMarked ? BOTH_MARKED : ONE_MARKED;
  return otherMarked ? OTHER_MARKED : NONE_MARKED;
}
