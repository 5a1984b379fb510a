import { chanceOf } from '#shared/domain/plan/chance.ts';
import { SIGNS, type Sign } from '#shared/domain/plan/signs.ts';
import { type ChanceExample, fitChance } from './fit-chance.ts';

/** A labelled province. */
export interface ChanceWorld {
  readonly name: string;
  readonly examples: readonly ChanceExample[];
}

/** The shells that are not flagged, and how many of them are among the first companies of each province. */
export interface HeldOut {
  readonly hidden: number;
  readonly among30: number;
  readonly among60: number;
  readonly among120: number;
}

/** Orders the unflagged companies of each province by a model that was fitted to the other provinces. */
export function heldOut(worlds: readonly ChanceWorld[], signs: readonly Sign[] = SIGNS): HeldOut {
  const sum = { hidden: 0, among30: 0, among60: 0, among120: 0 };
  for (const { name, examples } of worlds) {
    const others = worlds.filter((one) => one.name !== name).flatMap((one) => one.examples);
    const model = fitChance(others, 'held out', signs);
    const ranked = examples
      .filter(({ isFlagged }) => !isFlagged)
      .map((one) => ({ ...one, chance: chanceOf(one.signs, model) }))
      .sort((a, b) => b.chance - a.chance);
    const shellsIn = (some: readonly ChanceExample[]) => some.filter(({ shell }) => shell).length;
    sum.hidden += shellsIn(ranked);
    sum.among30 += shellsIn(ranked.slice(0, 30));
    sum.among60 += shellsIn(ranked.slice(0, 60));
    sum.among120 += shellsIn(ranked.slice(0, 120));
  }
  return sum;
}

/** The figures with all signs, with each alone, and with all but each. */
export const signFigures = (worlds: readonly ChanceWorld[]) => ({
  all: heldOut(worlds),
  alone: Object.fromEntries(SIGNS.map((sign) => [sign, heldOut(worlds, [sign])])),
  without: Object.fromEntries(
    SIGNS.map((sign) => [
      sign,
      heldOut(
        worlds,
        SIGNS.filter((other) => other !== sign),
      ),
    ]),
  ),
});
