import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { PushedReceiver } from './ports.ts';

/** The outcome that the holder of a lease reports about the endpoint. */
export interface LeasedEndpoint {
  health: EndpointHealth;
}

/** The right of one function to call an endpoint alone for a limited time. */
export interface EndpointLease {
  readonly endpoint: PushedReceiver;
  readonly secrets: readonly string[];
  readonly work: LeasedEndpoint;
}
