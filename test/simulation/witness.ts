import type { SimulatedInvocation } from './invocations.ts';
import type { ServiceRequest } from './service-request.ts';

/** Is told what functions ask, learn and report, to judge it by the invariants. */
export interface Witness {
  /** Is called just before a request takes effect. */
  readonly before: (asked: ServiceRequest, invocation: SimulatedInvocation) => void;
  /** Is called once a request was answered; of a write also where its answer is lost. */
  readonly answered: (asked: ServiceRequest, answer: unknown, invocation: SimulatedInvocation) => void;
  /** A service refuses a request, such as a write whose condition does not hold. */
  readonly refused: (asked: ServiceRequest, invocation: SimulatedInvocation) => void;
  /** Is called once a function knows that a request was never answered, after all its tries. */
  readonly givenUp: (asked: ServiceRequest, invocation: SimulatedInvocation) => void;
  /** Is called where a function ends by itself, with the messages that it gives back. */
  readonly ended: (invocation: SimulatedInvocation, givenBack: ReadonlySet<string>) => void;
}
