import * as z from 'zod';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { OWNERS_STATES, type OwnerFault, type OwnersStatus } from '#shared/domain/risk/owners/owners-status.ts';

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
type OwnerFaultItem = z.infer<typeof OwnerFaultItem>;
const faults = z.array(OwnerFaultItem);

/** What a company declared of its beneficial owners, held against its members, as an assessment stores it. */
export const OwnersItem = z.strictObject({
  state: z.enum(OWNERS_STATES),
  dueOn: z.string().optional(),
  missing: faults,
  surplus: faults,
  contradicting: faults,
});
export type OwnersItem = z.infer<typeof OwnersItem>;

export const ownersItem = ({ missing, surplus, contradicting, ...open }: OwnersStatus): OwnersItem => ({
  ...open,
  missing: missing.map(faultItem),
  surplus: surplus.map(faultItem),
  contradicting: contradicting.map(faultItem),
});

const faultItem = ({ holder: { kind, name, number }, from, ...said }: OwnerFault): OwnerFaultItem => ({
  kind,
  name,
  number: kind === 'person' ? maskNumber(number) : number,
  ...said,
  ...from,
});
