import { decisionsMade } from '#shared/use-cases/police-decisions.ts';
import type { GatheredCase } from './gather.ts';

/** A case as a program reads it; the contract selects the fields that are sent. */
export const caseView = ({ notice, dossier, accounts, records, decisions, after, ring }: GatheredCase) => ({
  noticeId: notice.noticeId,
  sequence: notice.sequence,
  state: notice.state,
  withdrawnBecause: notice.withdrawnBecause,
  decisions: decisionsMade(decisions),
  timeline: dossier.timeline,
  issuedAt: notice.issuedAt,
  after,
  content: notice.content,
  accounts,
  sources: dossier.caseFile?.sources ?? [],
  leftOut: dossier.caseFile?.leftOut ?? [],
  ring: ring.map((one) => ({
    noticeId: one.notice.noticeId,
    sequence: one.notice.sequence,
    enterpriseCode: one.notice.content.enterpriseCode,
    name: one.notice.content.name,
    after: one.after,
  })),
  notes: records.notes,
  attachments: records.attachments,
});
