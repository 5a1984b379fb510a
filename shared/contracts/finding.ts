import * as z from 'zod';

/** A rule's finding as it is stored with an assessment and sent to the police. */
export const FindingSchema = z.strictObject({
  code: z.string(),
  version: z.number(),
  weight: z.number(),
  evidence: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  legalBasis: z.string(),
  message: z.string(),
});
