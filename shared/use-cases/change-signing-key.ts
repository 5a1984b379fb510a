import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { SigningKeyChanged } from '#shared/contracts/connection.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import type { Receivers } from '#shared/tables/receivers.ts';
import { RefusedRequest } from './replies/refused.ts';

export interface SigningKeyPorts {
  readonly receivers: Pick<Receivers, 'get'>;
  /** Makes a key: `whsec_` and 32 random bytes in base 64. */
  readonly newSigningKey: () => string;
  /**
   * Writes the key into the receiver's secret; the earlier key also signs for a while. @returns the ISO instant at
   * which that ends
   */
  readonly putSigningKey: (secretArn: string, key: string, at: Date) => Promise<string>;
  /** Sends entries to the verifiable log. */
  readonly enter: (entries: readonly LogEntry[]) => Promise<void>;
  readonly now: RealClock;
}

/**
 * Gives a receiver a new key by which it verifies the events at its endpoint. The key is shown once and can't be read
 * again.
 * @throws {RefusedRequest} where the receiver has no endpoint
 */
export async function changeSigningKey(
  receiver: Receiver,
  who: Parameters<typeof actorOf>[0],
  { receivers, newSigningKey, putSigningKey, enter, now }: SigningKeyPorts,
): Promise<SigningKeyChanged> {
  const registered = await receivers.get(receiver);
  if (registered?.mode !== 'push' || registered.secretArn === undefined) throw new RefusedRequest('no_endpoint');
  const at = now();
  const key = newSigningKey();
  const by = actorOf(who, receiver);
  const entry = { kind: 'key-rotated', at: at.toISOString(), by, says: { receiver, of: 'webhook' } } as const;
  // No change is without its entry
  await enter([entryOf(entry, { receiver, at: at.toISOString() })]);
  return { key, formerUntil: await putSigningKey(registered.secretArn, key, at) };
}
