import * as z from 'zod';

const share = z.number().optional();
const OwnerFaultItem = z.strictObject({
  kind: z.enum(['person', 'organisation']),
  name: z.string(),
  /** Of a person only the last characters are readable. */
  number: z.string(),
  share,
  votingShare: share,
  declaredShare: share,
  declaredVotingShare: share,
  article: z.string(),
  file: z.string().optional(),
  row: z.number().optional(),
});

/** What a company declared of its beneficial owners, held against its members, as an assessment stores it. */
export const OwnersItem = z.strictObject({
  state: z.enum(['declared', 'declared_none', 'exempt', 'not_due', 'overdue', 'unknown']),
  dueOn: z.string().optional(),
  missing: z.array(OwnerFaultItem),
  surplus: z.array(OwnerFaultItem),
  contradicting: z.array(OwnerFaultItem),
});
export type OwnersItem = z.infer<typeof OwnersItem>;
