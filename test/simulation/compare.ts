import { OTHER_STATE_SINCE } from './answers.ts';
import type { EndState, Violation } from './end-state.ts';

/** The differences between the end of a run and that of the calm one. */
export function compare(calm: EndState, other: EndState): Violation[] {
  const found: Violation[] = [];
  for (const [key, value] of calm) {
    const there = other.get(key);
    if (there === undefined) found.push({ kind: 'lost', what: key });
    else if (there !== value && value !== OTHER_STATE_SINCE && there !== OTHER_STATE_SINCE)
      found.push({ kind: 'different', what: `${key}: ${difference(value, there)}` });
  }
  for (const key of other.keys()) if (!calm.has(key)) found.push({ kind: 'doubled', what: key });
  return found;
}

function difference(calm: string, other: string): string {
  const at = Array.from(calm).findIndex((letter, n) => letter !== other[n]);
  const from = Math.max(0, at - 60);
  return `${calm.slice(from, at + 80)} ≠ ${other.slice(from, at + 80)}`;
}
