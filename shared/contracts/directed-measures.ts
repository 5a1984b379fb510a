import * as z from 'zod';
import { MEASURES } from '#shared/domain/risk/measure.ts';

/** The document that directs a measure (văn bản chỉ đạo), or `off`. */
export const DirectedBy = z.union([
  z.literal('off'),
  z.strictObject({ number: z.string().min(1), date: z.iso.date() }),
]);
export type DirectedBy = z.infer<typeof DirectedBy>;

/** Each measure with its document, as the stage's configuration has it. */
export const DirectedMeasures = z.record(z.enum(MEASURES), DirectedBy);
export type DirectedMeasures = z.infer<typeof DirectedMeasures>;
