import type { EndpointHealth } from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { PushedReceiver } from './ports.ts';

/** What the holder of a lease learns about the endpoint. */
export interface LeasedEndpoint {
  health: EndpointHealth;
}

/** An endpoint that one function alone may call for a while. */
export interface EndpointLease {
  readonly endpoint: PushedReceiver;
  readonly secrets: readonly string[];
  readonly work: LeasedEndpoint;
}
