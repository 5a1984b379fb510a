import type { Seen, Work } from './worker-pool.ts';
import { type Played, play, type PlaySurroundings } from './play.ts';
import { composer, setStage } from './stage.ts';

const MOST_TRIES = 120;

/**
 * Makes a failing run smaller: with fewer choices, and more of them without faults, as long as the run still fails. It
 * first leaves out large parts of the choices, then half as much each time, and at last single choices.
 */
async function shrink(failing: Played, surroundings: PlaySurroundings): Promise<Played> {
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

const MOST_KEPT = 20;
const stage = setStage();
const composers = new Map<string, ReturnType<typeof composer>>();

process.on('message', (work: Work) => {
  playSeeds(work).then(
    (seen) => process.send?.(seen),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function playSeeds(work: Work): Promise<Seen> {
  const { design, seeds, untilFound, choices, shrink: isToShrink } = work;
  const composerOf = (bundles: string) => {
    const known = composers.get(bundles) ?? composer({ bundles, sound: work.sound }, design);
    composers.set(bundles, known);
    return known;
  };
  const surroundings = { design, stage, compose: composerOf(work.bundles), sound: composerOf(work.sound) };
  const total = { runs: 0, steps: 0, interleavings: 0 };
  const faultCounts: Record<string, number> = {};
  const failing: Played[] = [];
  for (const seed of seeds) {
    const first = await play({ seed, choices }, surroundings);
    const played = isToShrink && first.found.length > 0 ? await shrink(first, surroundings) : first;
    total.runs += 1;
    total.steps += played.steps;
    total.interleavings += played.interleavings;
    for (const [fault, times] of Object.entries(played.faultCounts))
      faultCounts[fault] = (faultCounts[fault] ?? 0) + times;
    if (played.found.length === 0) continue;
    if (failing.length < MOST_KEPT) failing.push(played);
    if (untilFound) break;
  }
  const timersLeft = process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  return { ...total, faultCounts, failing, timersLeft };
}
