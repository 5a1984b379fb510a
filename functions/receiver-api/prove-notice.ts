import { dossierEntryId, noticeEntryId, actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { NoticeView } from '#shared/contracts/replies.ts';
import type { NoticeProof } from '#shared/contracts/witnessing.ts';
import { POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import { proveEntries } from '#shared/use-cases/prove-entry.ts';
import { findNotice } from '#shared/use-cases/replies/find-notice.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';
import type { ReceiverApiPorts } from './ports.ts';
import type { Caller } from './admit.ts';
import type { ApiEvent } from './answers.ts';

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
