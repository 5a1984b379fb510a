import * as z from 'zod';
import { bankOf, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { ApiEvent } from './answers.ts';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';

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
