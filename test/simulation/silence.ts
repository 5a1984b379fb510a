import type { Chance } from './chance.ts';
import { placeOfRequest } from './faults.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { Asked } from './services.ts';

/** As many kinds of requests as the longest acts have. */
const KINDS_OF_REQUESTS = 60;

/**
 * One kind of request to one table, queue or bucket is never answered to one function, whatever it tries. The seed says
 * which kind it is, in the order in which a run comes to them. So an error that is lost on its way up is missed,
 * wherever it is lost.
 */
export class Silence {
  readonly #chance: Chance;
  readonly #at: number;
  readonly #known = new Map<string, number>();
  #invocation: SimulatedInvocation | undefined;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#at = chance.fixed(Array.from({ length: KINDS_OF_REQUESTS }, () => 1));
  }

  concerns(asked: Asked, invocation: SimulatedInvocation): boolean {
    if (this.#chance.isCalm) return false;
    const kind = `${invocation.step.folder} ${placeOfRequest(asked)}`;
    const at = this.#known.get(kind) ?? this.#known.size;
    this.#known.set(kind, at);
    if (at !== this.#at) return false;
    this.#invocation ??= invocation;
    return this.#invocation === invocation;
  }
}
