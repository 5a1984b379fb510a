import * as z from 'zod';
import { HashKeyPlan } from './hash-key-plan.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';

/** The name, address or ARN that the template gives a table, bucket, queue or secret. */
export const resourceName = z.string().min(1);
/** The rules' clock: `real`, or the date as of which a replay assesses (`yyyy-mm-dd`). */
export const rulesClockSetting = z.union([z.literal('real'), z.iso.date()]);
/** The codes of the measures that are on, each by a directing document of the stage's configuration. */
export const measures = z
  .string()
  .transform((text) => text.split(',').filter((code) => code !== ''))
  .pipe(z.array(z.enum(MEASURES)));
/** The keys of references that are in use, as JSON. */
export const hashKeys = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(HashKeyPlan);
/** The number of people who must release or agree to something. */
export const releaseMode = z.enum(['automatic', 'one_officer', 'two_officers']);
const releasedByAct = z.strictObject({ issue: releaseMode, update: releaseMode, withdraw: releaseMode });
const releasedByLevel = z.strictObject({ watch: releasedByAct, act: releasedByAct });
/** The policy of who must release which changes before a receiver is notified, as JSON. */
export const releasePolicy = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.strictObject({ police: releasedByLevel, bank: releasedByLevel, namingDecision: releaseMode }));
/** The number of people who must agree to switch a directed measure, as JSON. */
export const switchPolicy = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.strictObject({ on: releaseMode, off: releaseMode }));
export const seconds = z.coerce.number().int().nonnegative();
const positive = () => z.coerce.number().int().positive();
export const days = positive();
export const count = positive();
/** A share of a whole, 0…1. */
export const shareOfWhole = z.coerce.number().gt(0).max(1);
/** The days after which DynamoDB deletes facts. */
export const retentionDays = positive();
