import type { Chance } from './chance.ts';
import type { Asked } from './services.ts';

/** What may befall something that a function asks of the world. */
export type Fault =
  | 'none'
  | 'answer lost'
  | 'asked in vain'
  | 'throttled'
  | 'in part'
  | 'late index'
  | 'breaks off'
  | 'killed before'
  | 'killed after';
type Mishap = 'delivered twice' | 'acknowledgement lost' | 'answer to a caller lost' | 'long pause';

/** How often things go wrong in a run: 0 never, 1 often. */
export type Temper = number;

/** Chooses what goes wrong, and counts it. */
export class Faults {
  count = 0;
  readonly #chance: Chance;
  readonly #temper: Temper;

  constructor(chance: Chance, temper: Temper) {
    this.#chance = chance;
    this.#temper = temper;
  }

  of(asked: Asked): Fault {
    const options: [Fault, number][] = [
      ['none', 1],
      ['answer lost', asked.isWrite ? 0.12 : 0.02],
      ['killed after', asked.isWrite ? 0.04 : 0.01],
      ['killed before', 0.02],
      ['asked in vain', 0.04],
      ['throttled', 0.03],
    ];
    if (asked.isBatch) options.push(['in part', 0.15]);
    if (asked.isIndex) options.push(['late index', 0.3]);
    if (asked.name === 'GetObjectCommand') options.push(['breaks off', 0.05]);
    const weights = options.map(([, weight], n) => (n === 0 ? weight : weight * this.#temper));
    const [fault] = options[this.#chance.pick(weights)] ?? ['none'];
    if (fault !== 'none') this.count += 1;
    return fault;
  }

  befalls(_mishap: Mishap): boolean {
    const often = {
      'delivered twice': 0.06,
      'acknowledgement lost': 0.06,
      'answer to a caller lost': 0.1,
      'long pause': 0.2,
    };
    const fell = this.#chance.happens(often[_mishap] * this.#temper);
    if (fell) this.count += 1;
    return fell;
  }

  /** All in their order; or in another, or only one of them. */
  someOf<T>(all: readonly T[]): readonly T[] {
    switch (this.#chance.pick([4, 2, 2])) {
      case 1:
        return [...all].reverse();
      case 2: {
        const one = all[this.#chance.pick(all.map(() => 1))];
        return one === undefined ? [] : [one];
      }
      default:
        return all;
    }
  }
}
