import * as z from 'zod';
import { OFFICE_OUTCOMES } from '#shared/domain/notification/worklist/office-decision.ts';

/** A corrected value as it is stored. */
export const CorrectionItem = z.strictObject({
  field: z.string(),
  from: z.string(),
  to: z.string(),
  person: z.string().optional(),
});

/** The office's decision on an entry of its worklist, as a fact of the company, with the officer. */
export const OfficeDecisionItem = z.strictObject({
  /** The task's id, which is made from the entry, so that it is not asked again. */
  taskId: z.string(),
  outcome: z.enum(OFFICE_OUTCOMES),
  correction: CorrectionItem.optional(),
  /** The officer's id at the sign-in provider. */
  by: z.string(),
  /** The ISO instant of the decision. */
  at: z.string(),
});
export type OfficeDecisionFact = z.infer<typeof OfficeDecisionItem>;
