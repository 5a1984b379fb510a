import type { Clients } from './clients.ts';
import type { EventSourceMapping, LocalDeployment } from './deploy.ts';
import { type EventSources, eventSources, MOST_SANDBOXES } from './event-sources.ts';
import { sandbox, type SandboxContext } from './sandbox.ts';
import { isDelivery } from './serve/serve.ts';

/** An endpoint that is down occupies one sandbox, so several are allowed. */
const MOST_ENDPOINTS = 8;

/**
 * The event sources of all steps, each with as many sandboxes as its queue allows.
 * @param pushes whether a receiver has an endpoint, for which a delivery may wait
 */
export const sourcesOf = (
  deployed: LocalDeployment,
  { sqs }: Clients,
  sandboxes: SandboxContext,
  pushes: boolean,
): EventSources =>
  eventSources(sqs, deployed.mappings, ({ target }) => sandbox(target, sandboxes), {
    most: (mapping) => (isDelivery(deployed, mapping) ? MOST_ENDPOINTS : worksAlone(mapping) ? 1 : MOST_SANDBOXES),
    oneEach: (mapping) => pushes && isDelivery(deployed, mapping),
    // Deliveries are already decided, so they do not wait for earlier steps.
    waits: (mapping) => !isDelivery(deployed, mapping),
  });

/** Of two writers of the log that continue the same page one always fails, and so does one of two surveys of the province. */
const worksAlone = ({ queue }: EventSourceMapping): boolean => /-(?:log-entries|surveys)$/u.test(queue.url);
