import { type Played, play, type PlaySurroundings } from './play.ts';

const MOST_TRIES = 120;

/**
 * Makes a failing run smaller: with fewer choices, and more of them without faults, as long as the run still fails. It
 * first leaves out large parts of the choices, then half as much each time, and at last single choices.
 */
export async function shrink(failing: Played, surroundings: PlaySurroundings): Promise<Played> {
  let best = failing;
  const budget = { left: MOST_TRIES };
  const fails = async (choices: readonly number[]): Promise<boolean> => {
    budget.left -= 1;
    const played = await play({ seed: failing.seed, choices }, surroundings);
    if (played.found.length === 0) return false;
    best = { ...played, choices };
    return true;
  };
  for (let length = best.choices.length >> 1; length >= 1 && budget.left > 0; length >>= 1) {
    while (best.choices.length > length && budget.left > 0 && (await fails(best.choices.slice(0, -length))));
    for (let at = 0; at < best.choices.length && budget.left > 0; at += length) {
      const part = best.choices.slice(at, at + length);
      if (part.every((choice) => choice === 0)) continue;
      await fails(best.choices.map((choice, n) => (n >= at && n < at + length ? 0 : choice)));
    }
  }
  return best;
}
