import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { SigningKeyChanged } from '#shared/contracts/connection.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Receivers } from '#shared/tables/receivers.ts';
import { RefusedRequest } from './replies/take-reply.ts';

export interface SigningKeyPorts {
  readonly receivers: Pick<Receivers, 'get'>;
  readonly signingKeys: {
    /** The change of the receiver's key that stands at an instant. */
    readonly pending: (secretArn: string, at: Date) => Promise<SigningKeyChanged | undefined>;
    /** Changes the key, unless a change stands. */
    readonly change: (secretArn: string, at: Date) => Promise<SigningKeyChanged>;
  };
  readonly enter: EnterInLog;
  readonly now: RealClock;
}

/**
 * Gives a receiver a new key by which it verifies the events at its endpoint, or once more the key of a change that is
 * less than a day old.
 * @throws {RefusedRequest} where the receiver has no endpoint
 */
export async function changeSigningKey(
  receiver: Receiver,
  who: Parameters<typeof actorOf>[0],
  { receivers, signingKeys, enter, now }: SigningKeyPorts,
): Promise<SigningKeyChanged> {
  const registered = await receivers.get(receiver);
  if (registered?.mode !== 'push' || registered.secretArn === undefined) throw new RefusedRequest('no_endpoint');
  const at = now();
  const pending = await signingKeys.pending(registered.secretArn, at);
  const by = actorOf(who, receiver);
  const says = { receiver, of: 'webhook', ...(pending && { again: true }) };
  // No change is without its entry
  await enter([entryOf({ kind: 'key-rotated', at: at.toISOString(), by, says }, { receiver, at: at.toISOString() })]);
  return pending ?? signingKeys.change(registered.secretArn, at);
}
