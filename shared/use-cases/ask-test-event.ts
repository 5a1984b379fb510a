import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { TestEventDue } from '#shared/contracts/delivery-due.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import type { RealClock } from '#shared/runtime/clock.ts';

export interface TestEventPorts {
  readonly sendTestEvent: (messages: readonly TestEventDue[]) => Promise<void>;
  readonly enter: EnterInLog;
  readonly newId: () => string;
  readonly now: RealClock;
}

/** Asks for an empty event to the receiver's own endpoint alone. @returns the event's id */
export async function askTestEvent(
  receiver: Receiver,
  who: Parameters<typeof actorOf>[0],
  { sendTestEvent, enter, newId, now }: TestEventPorts,
): Promise<string> {
  const testEventId = newId();
  const says = { receiver, testEventId };
  const made = { kind: 'connection-tested', at: now().toISOString(), by: actorOf(who, receiver), says } as const;
  await enter([entryOf(made, says)]);
  await sendTestEvent([{ receiver, testEventId }]);
  return testEventId;
}
