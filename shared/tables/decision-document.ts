import * as z from 'zod';

/** A competent authority's written decision, as items store it. */
export const DecisionDocument = z.strictObject({ number: z.string(), date: z.string(), authority: z.string() });
