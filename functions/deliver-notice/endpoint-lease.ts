import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { PushedReceiver } from './ports.ts';

/** What is seen of an endpoint while its lane is held. */
export interface LeaseWork {
  health: EndpointHealth;
}

/** An endpoint that one function calls alone for a while. */
export interface EndpointLease {
  readonly endpoint: PushedReceiver;
  readonly secrets: readonly string[];
  readonly work: LeaseWork;
}
