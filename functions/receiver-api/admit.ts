import * as z from 'zod';
import { bankOf, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import type { ApiEvent } from './answers.ts';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { RefusedRequest, findNotice } from '#shared/use-cases/replies/take-reply.ts';
import { dossierEntryId, noticeEntryId, actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { NoticeView } from '#shared/contracts/replies.ts';
import type { NoticeProof } from '#shared/contracts/witnessing.ts';
import { proveEntries } from '#shared/use-cases/prove-entry.ts';

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

type ProofPorts = Pick<ReceiverApiPorts, 'notices' | 'proving'>;

/**
 * The proof of a notice's newest state. It exists about a minute after the notice was written; until then the call is
 * refused and can be repeated.
 * @throws {RefusedRequest}
 */
export async function proveNotice(receiver: Receiver, noticeId: string, ports: ProofPorts): Promise<NoticeProof> {
  const notice = await findNotice(receiver, noticeId, ports);
  const [own, dossier] = [noticeEntryId(notice), dossierEntryId(notice)];
  const wanted = notice.receiver === POLICE ? [own, dossier] : [own];
  const proofs = await proveEntries(wanted, ports.proving);
  const proof = proofs.get(own);
  if (proof === undefined) throw new RefusedRequest('proof_not_ready');
  return { id: noticeId, sequence: notice.sequence, proof, dossierProof: proofs.get(dossier) };
}

/** The notices as receivers read them, each with its proof where the log already has its entry. */
export async function withProofs(
  receiver: Receiver,
  views: readonly NoticeView[],
  { proving }: Pick<ReceiverApiPorts, 'proving'>,
): Promise<NoticeView[]> {
  const idOf = ({ id, sequence }: NoticeView) => noticeEntryId({ receiver, noticeId: id, sequence });
  const proofs = await proveEntries(views.map(idOf), proving);
  return views.map((view) => ({ ...view, proof: proofs.get(idOf(view)) }));
}

/**
 * Enters in the log who was shown which notices, before they are shown. Without an entry nothing is shown. An empty
 * page needs no entry.
 */
export async function logNoticesRead(
  shown: readonly { readonly id: string; readonly sequence: number }[],
  what: 'feed' | 'notice' | 'dossier',
  { requestContext }: ApiEvent,
  { receiver, client }: Caller,
  { enter, now }: Pick<ReceiverApiPorts, 'enter' | 'now'>,
): Promise<void> {
  if (shown.length === 0) return;
  const notices = shown.map(({ id, sequence }) => `${id}.${sequence}`);
  const by = actorOf({ client }, receiver);
  const at = now().toISOString();
  await enter([
    entryOf(
      { kind: 'data-read', at, by, says: { receiver, what, notices } },
      { request: requestContext.requestId, at },
    ),
  ]);
}
