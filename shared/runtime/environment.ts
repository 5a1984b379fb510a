import * as z from 'zod';
import { HashKeyPlan } from './hash-key-plan.ts';
import { RELEASE_MODES } from '#shared/domain/notification/release/release-policy.ts';
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
export const releaseMode = z.enum(RELEASE_MODES);
/** The same as a number in the JSON of a policy, which has to fit into a function's environment. */
const people = z
  .int()
  .transform((count) => RELEASE_MODES[count])
  .pipe(releaseMode);
const releasedByAct = z.strictObject({ issue: people, update: people, withdraw: people });
const releasedByLevel = z.strictObject({ watch: releasedByAct, act: releasedByAct });
/** The policy of who must release which changes before a receiver is notified, as JSON. */
export const releasePolicy = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.strictObject({ police: releasedByLevel, bank: releasedByLevel, namingDecision: people }));
/** The number of people who must agree to switch a directed measure, as JSON. */
export const switchPolicy = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.strictObject({ on: people, off: people }));
export const seconds = z.coerce.number().int().nonnegative();
const positive = () => z.coerce.number().int().positive();
export const days = positive();
export const count = positive();
/** A share of a whole, 0…1. */
export const shareOfWhole = z.coerce.number().gt(0).max(1);
/** The days after which DynamoDB deletes facts. */
export const retentionDays = positive();
