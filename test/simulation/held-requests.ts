import type { Chance } from './chance.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { chooseRequest, kindOfRequest, type RequestKind, type RequestKinds } from './request-kinds.ts';
import type { ServiceRequest } from './services.ts';

const BEFORE = 0.5;
/** Every second function waits, until so many have come. */
const MOST_MET = 8;

/**
 * Every second function waits with its first request of one kind, or after it, while nearly all else happens: what it has
 * read before is changed meanwhile, or it has not yet said what it has written. Others are handed over its messages.
 */
export class HeldRequests {
  readonly #chance: Chance;
  readonly #kind: string | undefined;
  readonly #isBefore: boolean;
  readonly #met = new Set<SimulatedInvocation>();
  #waits: SimulatedInvocation | undefined;

  constructor(chance: Chance, kinds: RequestKinds, may?: (kind: RequestKind) => boolean) {
    this.#chance = chance;
    this.#kind = chooseRequest(chance, kinds, may).kind;
    this.#isBefore = chance.fixed([1 - BEFORE, BEFORE]) === 1;
  }

  /** Whether the request waits. */
  holds(asked: ServiceRequest, invocation: SimulatedInvocation): boolean {
    if (this.#chance.isCalm) return false;
    if (this.#waits === invocation) {
      this.#waits = undefined;
      return true;
    }
    if (this.#met.size === MOST_MET || kindOfRequest(asked, invocation) !== this.#kind) return false;
    if (this.#met.has(invocation)) return false;
    this.#met.add(invocation);
    if (this.#met.size % 2 === 0) return false;
    if (!this.#isBefore) this.#waits = invocation;
    return this.#isBefore;
  }
}
