import type { DecisionMade } from '#shared/domain/notification/dossier/timeline.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { ReplyItem, Replies } from '#shared/tables/replies.ts';

/** More decisions on one notice are not read. */
const MOST = 50;

export interface DecisionsPorts {
  readonly replies: Pick<Replies, 'get' | 'lastDecision'>;
}

/** The police's stored decisions on a notice, the oldest first. */
export async function policeDecisions(noticeId: string, { replies }: DecisionsPorts): Promise<readonly ReplyItem[]> {
  const found: ReplyItem[] = [];
  let id = (await replies.lastDecision(POLICE, noticeId))?.lastId;
  while (id !== undefined && found.length < MOST) {
    const item: ReplyItem | undefined = await replies.get(POLICE, id);
    if (item) found.unshift(item);
    id = item?.follows;
  }
  return found;
}

/** The decisions as a dossier states them, without their officers. */
export const decisionsMade = (decisions: readonly ReplyItem[]): DecisionMade[] =>
  decisions.flatMap(({ reply, takenAt: at }) => {
    if (reply.kind !== 'police-decision') return [];
    const { outcome, reason, decision: document } = reply.body;
    return [{ at, outcome, reason, document }];
  });
