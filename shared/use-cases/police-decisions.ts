import type { DecisionMade } from '#shared/domain/notification/dossier/timeline.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { ReplyItem, Replies } from '#shared/tables/replies.ts';

/** The police's stored decisions on a notice, the oldest first. */
export const policeDecisions = async (
  noticeId: string,
  { replies }: { readonly replies: Pick<Replies, 'decisions'> },
): Promise<readonly ReplyItem[]> => (await replies.decisions(POLICE, noticeId)).toReversed();

/** The decisions as a dossier states them, without their officers. */
export const decisionsMade = (decisions: readonly ReplyItem[]): DecisionMade[] =>
  decisions.flatMap(({ reply, takenAt: at }) => {
    if (reply.kind !== 'police-decision') return [];
    const { outcome, reason, decision: document } = reply.body;
    return [{ at, outcome, reason, document }];
  });
