import type { InjectedFaults } from './faults.ts';
import type { SimulatedInvocation } from './invocations.ts';
import { perform, type Services } from './services.ts';
import type { ServiceRequest } from './service-request.ts';
import type { Witness } from './witness.ts';

interface PendingRequest extends ServiceRequest {
  readonly invocation: SimulatedInvocation;
  /** Whether nearly everything else happens before its answer comes. */
  readonly isStalled: boolean;
  tries: number;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}
interface RequestSurroundings {
  readonly services: Services;
  readonly faults: InjectedFaults;
  readonly kill: (invocation: SimulatedInvocation) => void;
  readonly witness: () => Witness | undefined;
}

const SDK_TRIES = 3;
const LIKELY = 10;
const SLOW = 0.4;
const STALLED = 0.05;

/** The requests of functions that have no answer yet. Here is the one point at which a fault befalls a request. */
export class PendingRequests {
  #open: PendingRequest[] = [];
  #fresh: PendingRequest[] = [];
  readonly #around: RequestSurroundings;

  constructor(around: RequestSurroundings) {
    this.#around = around;
  }

  /** The weight of each in the next choice. */
  get weights(): readonly number[] {
    return this.#open.map(({ invocation, isStalled }) => (isStalled ? STALLED : invocation.isSlow ? SLOW : LIKELY));
  }

  add(asked: ServiceRequest, invocation: SimulatedInvocation): Promise<unknown> {
    invocation.asked += 1;
    const isStalled = invocation.asked === invocation.stallsAt;
    return new Promise((resolve, reject) => {
      this.#fresh.push({ ...asked, invocation, isStalled, tries: 0, resolve, reject });
    });
  }

  /** New requests are added in an order that does not depend on which code ran first. */
  gather(): void {
    if (this.#fresh.length > 1) this.#fresh.sort((a, b) => a.invocation.ordinal - b.invocation.ordinal);
    for (const asking of this.#fresh.splice(0)) this.#open.push(asking);
  }

  /** Requests of an ended function are removed. */
  drop(invocation: SimulatedInvocation): void {
    this.#fresh = this.#fresh.filter((asking) => asking.invocation !== invocation);
    this.#open = this.#open.filter((asking) => asking.invocation !== invocation);
  }

  /** Answers the request at an index, or applies a fault to it. */
  answer(at: number): void {
    const [asking] = this.#open.splice(at, 1);
    if (asking) this.#perform(asking);
  }

  #perform(asking: PendingRequest): void {
    const { services, faults, kill } = this.#around;
    const { invocation } = asking;
    const witness = this.#around.witness();
    const fault = faults.of(asking);
    const again = () => {
      asking.tries += 1;
      if (asking.tries < SDK_TRIES) return void this.#open.push(asking);
      witness?.givenUp(asking, invocation);
      return asking.reject(Object.assign(new Error('no answer'), { name: 'TimeoutError' }));
    };
    if (fault === 'killed before the effect') return kill(invocation);
    if (fault === 'answer lost before the effect' || fault === 'throttled') return again();
    const isLost = fault === 'answer lost after the effect';
    witness?.before(asking, invocation);
    let answer: unknown;
    try {
      answer = perform(services, asking, fault);
      if (asking.isWrite || !isLost) witness?.answered(asking, answer, invocation);
    } catch (error) {
      if (isLost) return again();
      witness?.refused(asking, invocation);
      return asking.reject(error);
    }
    if (fault === 'killed after the effect') return kill(invocation);
    return isLost ? again() : asking.resolve(answer);
  }
}
