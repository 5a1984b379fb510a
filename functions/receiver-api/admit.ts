import * as z from 'zod';
import { bankOf, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { ApiEvent } from './answers.ts';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';
import { CALLS_A_MINUTE } from '#shared/contracts/api-limits.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Calls } from '#shared/tables/calls.ts';
import { expiryOf } from '#shared/tables/retention-register.ts';

const MINUTE = 'yyyy-mm-ddThh:mm'.length;

/**
 * Counts a receiver's calls across all environments of the function, and refuses those beyond its share of a minute, so
 * that no receiver uses another receiver's share. After one refusal an environment refuses the rest of that minute by
 * itself.
 */
export function callLimit({ calls, now }: { readonly calls: Pick<Calls, 'count'>; readonly now: RealClock }) {
  const spent = new Map<string, string>();
  /** @throws {RefusedRequest} */
  return async (receiver: string): Promise<void> => {
    const instant = now();
    const minute = instant.toISOString().slice(0, MINUTE);
    if (spent.get(receiver) === minute) throw new RefusedRequest('too_many_calls');
    const made = await calls.count(receiver, minute, expiryOf('calls', instant.toISOString()));
    if (made <= CALLS_A_MINUTE) return;
    spent.set(receiver, minute);
    log('RECEIVER_LIMITED', { receiver });
    throw new RefusedRequest('too_many_calls');
  };
}
export type CallLimit = ReturnType<typeof callLimit>;

/** The client of a call's token, with the receiver on whose behalf it calls. */
export interface Caller {
  readonly receiver: Receiver;
  readonly client: string;
}

/** A client that may send files, but reads no notices. */
export interface Sender {
  readonly receiver: Receiver | undefined;
  readonly client: string;
}

const isReceiver = (text: string): text is Receiver => text === POLICE || (bankOf(text) ?? '') !== '';
const Authorized = z.object({
  lambda: z.object({ client: z.string().min(1), receiver: z.string().refine(isReceiver).optional() }),
});

/**
 * Identifies the caller by what the gateway knows of its token, and by nothing that the caller writes. Where callers must
 * show a certificate, it must belong to the receiver whose client got the token, so a stolen token alone is useless.
 * @throws {RefusedRequest}
 */
export async function admit(event: ApiEvent, ports: ReceiverApiPorts): Promise<Caller> {
  const { client, receiver } = await admitSender(event, ports);
  if (receiver === undefined) throw new RefusedRequest('no_receiver');
  return { client, receiver };
}

/** @throws {RefusedRequest} */
export async function admitSender(
  { requestContext }: ApiEvent,
  { certificateHolders, callers }: Pick<ReceiverApiPorts, 'certificateHolders' | 'callers'>,
): Promise<Sender> {
  const authorized = Authorized.safeParse(requestContext.authorizer);
  if (!authorized.success) throw new RefusedRequest('no_receiver');
  const { client, receiver } = authorized.data.lambda;
  if (certificateHolders) {
    const shown = thumbprintOf(requestContext.authentication?.clientCert.clientCertPem);
    const holder = receiver === undefined ? await callers.get(client) : await certificateHolders.get(receiver);
    const isBound = shown !== undefined && holder?.clientId === client && holder.certificates?.includes(shown);
    if (!isBound) throw new RefusedRequest('certificate_not_bound');
  }
  return { client, receiver };
}
