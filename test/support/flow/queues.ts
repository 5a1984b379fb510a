import type { Passes } from '#test/support/flow/points.ts';

export const QUEUES = [
  'files',
  'registrations',
  'replies',
  'companies',
  'sweeps',
  'surveys',
  'police-notices',
  'bank-notices',
  'dossiers',
] as const;
export type QueueName = (typeof QUEUES)[number];

interface Waiting {
  readonly body: unknown;
  readonly sentAt: number;
  readonly delaySeconds: number;
}

/** Queues that are lists: what was sent ever, and what waits. */
export function flowQueues(clock: { readonly now: Date }, passes: Passes) {
  const sent: { queue: QueueName | 'deliveries'; body: unknown }[] = [];
  const waiting = new Map<QueueName, Waiting[]>(QUEUES.map((name) => [name, []]));
  const queue =
    (name: QueueName) =>
    async (messages: readonly unknown[], delaySeconds = 0): Promise<void> => {
      if (messages.length > 0) await passes(`before ${name} are sent`);
      for (const body of messages) {
        sent.push({ queue: name, body });
        waiting.get(name)?.push({ body: structuredClone(body), sentAt: clock.now.getTime(), delaySeconds });
      }
      if (messages.length > 0) await passes(`after ${name} are sent`);
    };
  return { sent, waiting, queue };
}
