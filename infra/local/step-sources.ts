import type { Clients } from './clients.ts';
import type { EventSourceMapping, LocalDeployment } from './deploy.ts';
import { type EventSources, eventSources, MOST_SANDBOXES } from './event-sources.ts';
import { type LoadableSandbox, sandbox, type SandboxContext } from './sandbox.ts';
import { isDelivery } from './serve/serve.ts';

/** An endpoint that is down occupies one sandbox, so several are allowed. */
const MOST_ENDPOINTS = 8;

/** The event sources of a run. */
export interface StepSources extends EventSources {
  /**
   * Loads a sandbox of each step that follows the reading of registrations. Reading uses one core, and they would be
   * loaded after it in any case.
   */
  loadAhead(): void;
}

/**
 * The event sources of all steps, each with as many sandboxes as its queue allows.
 * @param pushes whether a receiver has an endpoint, for which a delivery may wait
 */
export const sourcesOf = (
  deployed: LocalDeployment,
  { sqs }: Clients,
  sandboxes: SandboxContext,
  pushes: boolean,
): StepSources => {
  const following = new Map<EventSourceMapping, LoadableSandbox>();
  const open = (mapping: EventSourceMapping) => {
    const opened = sandbox(mapping.target, sandboxes);
    if (followsReading(mapping) && !following.has(mapping)) following.set(mapping, opened);
    return opened;
  };
  const sources = eventSources(sqs, deployed.mappings, open, {
    most: (mapping) => (isDelivery(deployed, mapping) ? MOST_ENDPOINTS : worksAlone(mapping) ? 1 : MOST_SANDBOXES),
    oneEach: (mapping) => pushes && isDelivery(deployed, mapping),
    // Deliveries are already decided, so they do not wait for earlier steps.
    waits: (mapping) => !isDelivery(deployed, mapping),
    // An entry of the log says what has happened. Written beside the assessments it costs no time of its own at the end.
    readsWholeBatches: ({ queue }) => isLog(queue.url),
    // They run once more after the message of the daily clock
    keeps: worksAlone,
  });
  return {
    ...sources,
    loadAhead() {
      // Where loading fails, the first event says so
      for (const opened of following.values()) opened.load().catch(() => {});
    },
  };
};

const followsReading = ({ queue }: EventSourceMapping): boolean => /-(?:registrations|companies)$/u.test(queue.url);

/** Of two writers of the log that continue the same page one always fails, and so does one of two surveys of the province. */
const worksAlone = ({ queue }: EventSourceMapping): boolean => isLog(queue.url) || queue.url.endsWith('-surveys');
const isLog = (queueUrl: string): boolean => queueUrl.endsWith('-log-entries');
