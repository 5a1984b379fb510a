/** Compares by code units, for an order that is the same everywhere; lists for people are sorted by `localeCompare`. */
export const ascending = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

export const descending = (one: string, other: string): number => ascending(other, one);
