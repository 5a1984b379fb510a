import type { Chance } from './chance.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { type ChosenRequest, chooseRequest, kindOfRequest, type RequestKinds } from './request-kinds.ts';
import type { ServiceRequest } from './services.ts';

/**
 * One kind of request to one table, queue or bucket is never answered to one function, whatever it tries. The seed says
 * which kind it is, among those that the calm run makes. So an error that is lost on its way up is missed, wherever it
 * is lost.
 */
export class Silence {
  readonly #chance: Chance;
  readonly #of: ChosenRequest;
  #until: number;
  #invocation: SimulatedInvocation | undefined;

  constructor(chance: Chance, kinds: RequestKinds) {
    this.#chance = chance;
    this.#of = chooseRequest(chance, kinds);
    this.#until = this.#of.before;
  }

  concerns(asked: ServiceRequest, invocation: SimulatedInvocation): boolean {
    if (this.#chance.isCalm || this.#invocation?.dead === true) return false;
    if (kindOfRequest(asked, invocation) !== this.#of.kind) return false;
    if (this.#until > 0) {
      this.#until -= 1;
      return false;
    }
    this.#invocation ??= invocation;
    return this.#invocation === invocation;
  }
}
