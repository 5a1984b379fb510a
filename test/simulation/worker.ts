import type { Seen, Work } from './worker-pool.ts';
import { type Played, play } from './play.ts';
import { shrink } from './shrink.ts';
import { composer, setStage } from './stage.ts';

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
