import type { SealedCodes } from '#shared/runtime/sealed-codes.ts';
import type { PassPoint } from '#test/support/flow/points.ts';

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

/** Those that the functions send to by `companyQueue`. */
const NAMING_COMPANIES: ReadonlySet<QueueName> = new Set(['registrations', 'companies', 'police-notices', 'sweeps']);

interface WaitingMessage {
  readonly body: unknown;
  readonly sentAt: number;
  readonly delaySeconds: number;
}

/** Queues that are lists: what was sent ever, and what waits. */
export function flowQueues(clock: { readonly now: Date }, passes: PassPoint, { sealed }: SealedCodes) {
  const sent: { queue: QueueName | 'deliveries'; body: unknown }[] = [];
  const waiting = new Map<QueueName, WaitingMessage[]>(QUEUES.map((name) => [name, []]));
  const queue =
    (name: QueueName) =>
    async (messages: readonly unknown[], delaySeconds = 0): Promise<void> => {
      if (messages.length > 0) await passes(`before ${name} are sent`);
      for (const message of messages) {
        const body: unknown = NAMING_COMPANIES.has(name) ? JSON.parse(sealed(JSON.stringify(message))) : message;
        sent.push({ queue: name, body });
        waiting.get(name)?.push({ body: structuredClone(body), sentAt: clock.now.getTime(), delaySeconds });
      }
      if (messages.length > 0) await passes(`after ${name} are sent`);
    };
  return { sent, waiting, queue };
}
