import * as z from 'zod';
import { type Receiver, receiverOfScopes } from '#shared/domain/notification/receiver.ts';
import type { ApiEvent } from './answers.ts';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';

/** A receiver with the client that calls on its behalf. */
export interface Caller {
  readonly receiver: Receiver;
  /** The client of the token. */
  readonly client: string;
}

const Authorized = z.object({
  jwt: z.object({ claims: z.object({ scope: z.string(), client_id: z.string().default('') }) }),
});

/**
 * Identifies the caller by the token that the gateway verified, and by nothing that the caller writes. Where callers
 * must show a certificate, it must belong to the receiver whose client got the token, so a stolen token alone is
 * useless.
 * @throws {RefusedRequest}
 */
export async function admit({ requestContext }: ApiEvent, { certificateHolders }: ReceiverApiPorts): Promise<Caller> {
  const authorized = Authorized.safeParse(requestContext.authorizer);
  if (!authorized.success) throw new RefusedRequest('no_receiver');
  const { scope, client_id: client } = authorized.data.jwt.claims;
  const receiver = receiverOfScopes(scope.split(' '));
  if (receiver === undefined) throw new RefusedRequest('no_receiver');
  if (certificateHolders) {
    const shown = thumbprintOf(requestContext.authentication?.clientCert.clientCertPem);
    const holder = await certificateHolders.get(receiver);
    const isBound = shown !== undefined && holder?.clientId === client && holder.certificates?.includes(shown);
    if (!isBound) throw new RefusedRequest('certificate_not_bound');
  }
  return { receiver, client };
}
