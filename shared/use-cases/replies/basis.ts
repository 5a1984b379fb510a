import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';

export type DecisionBasis = NonNullable<ReplyItem['basis']>;

/** The company and the findings that the police have before them at this sequence: what comes later is new evidence. */
export const decisionBasisOf = ({ content }: NoticeToPolice): DecisionBasis => ({
  enterpriseCode: content.enterpriseCode,
  codes: content.findings.map(({ code }) => code),
});
