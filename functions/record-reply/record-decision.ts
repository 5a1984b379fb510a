import { withDefaultAuthority } from '#shared/domain/risk/decision.ts';
import type { Reply } from '#shared/contracts/replies.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { type ReplyItem, replyOrder } from '#shared/tables/replies.ts';
import type { RecordReplyPorts } from './ports.ts';

type PoliceDecisionReply = Extract<Reply, { kind: 'police-decision' }>;

/**
 * Stores a decision of the police as a fact of the company and sends the company to be assessed again; its notices
 * follow from that.
 */
export async function recordDecision(
  item: ReplyItem,
  { noticeId, body }: PoliceDecisionReply,
  ports: Pick<RecordReplyPorts, 'companies' | 'notices' | 'assess' | 'expiry'>,
): Promise<void> {
  const { receiver, basis, takenAt } = item;
  if (!basis) throw new NeverPossible('decision_without_basis');
  const { sequence, outcome, decision } = body;
  const document = withDefaultAuthority(decision);
  const { enterpriseCode, codes } = basis;
  const handlingStatus = outcome === 'confirmed' ? 'acted' : 'rejected';
  // The status is written first, because the assessment that follows changes the notice and keeps
  // its status
  await ports.notices.setHandlingStatus({ receiver, noticeId, sequence, handlingStatus, repliedAs: replyOrder(item) });
  await ports.companies.record(
    [{ enterpriseCode, decision: { outcome, on: takenAt, codes, document } }],
    ports.expiry(),
  );
  await ports.assess([{ enterpriseCode }]);
}
