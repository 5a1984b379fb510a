import { seeded } from '#test/support/seeded.ts';

/**
 * The only source of random choices in a run. Each choice has options in an order in which the first is the calm one:
 * no fault, and whatever has waited longest. What was chosen is kept, so that a run can be replayed, and made smaller,
 * by its choices.
 */
export class Chance {
  readonly chosen: number[] = [];
  readonly #random: () => number;
  readonly #fixed: () => number;
  readonly #bySeed: () => number;
  readonly #given: readonly number[] | undefined;
  readonly #most: number;
  #calm = false;

  /** @param most the number of choices after which all are calm */
  constructor(
    seed: number,
    { given, most }: { readonly given?: readonly number[] | undefined; readonly most: number },
  ) {
    this.#random = seeded(seed);
    this.#fixed = seeded(seed * 2 + 3);
    this.#bySeed = seeded(seed * 4 + 5);
    this.#given = given;
    this.#most = given ? given.length : most;
  }

  /** Switches between only calm options and all options. */
  calmDown(isCalm = true): void {
    this.#calm = isCalm;
  }

  get isCalm(): boolean {
    return this.#calm || this.chosen.length >= this.#most;
  }

  /** Chooses an option with the probability of its weight. */
  pick(weights: readonly number[]): number {
    if (weights.length < 2 || this.isCalm) return 0;
    const option = this.#given ? (this.#given[this.chosen.length] ?? 0) : optionOf(weights, this.#random());
    this.chosen.push(option);
    return Math.min(option, weights.length - 1);
  }

  /** Chooses by the seed alone, so that the choice is no part of those by which a run is replayed and made smaller. */
  fixed(weights: readonly number[]): number {
    return this.isCalm ? 0 : optionOf(weights, this.#fixed());
  }

  /** Is true with the given probability by the seed alone, and changes no other choice of the run. */
  bySeed(probability: number): boolean {
    return !this.isCalm && this.#bySeed() < probability;
  }

  /** Returns true with the given probability; the calm option is false. */
  happens(probability: number): boolean {
    return this.pick([1 - probability, probability]) === 1;
  }
}

/** The option at a place between 0 and 1, of options as wide as their weights. */
function optionOf(weights: readonly number[], place: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = place * total;
  let option = 0;
  for (const weight of weights) {
    left -= weight;
    if (left < 0) return option;
    option += 1;
  }
  return 0;
}
