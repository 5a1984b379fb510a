import * as z from 'zod';
import { HashKeyPlan } from './hash-key-plan.ts';
import { RELEASE_MODES } from '#shared/domain/notification/release/release-policy.ts';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { parseJson } from './parse-json.ts';

/** The name, address or ARN that the template gives a table, bucket, queue or secret. */
export const resourceName = z.string().min(1);

function named<N extends string, E extends string>(
  names: readonly N[],
  ending: E,
): Readonly<Record<`${N}${E}`, typeof resourceName>>;
function named(names: readonly string[], ending: string): object {
  return Object.fromEntries(names.map((name) => [name + ending, resourceName]));
}
/** The variables that name tables. */
export const tables = <N extends string>(...names: N[]) => named(names, '_TABLE');
/** The variables that name buckets. */
export const buckets = <N extends string>(...names: N[]) => named(names, '_BUCKET');
/** The variables with the addresses of queues that a function sends to. */
export const queues = <N extends string>(...names: N[]) => named(names, '_QUEUE_URL');

export const json = z.string().transform(parseJson);
/** The number of people who must release or agree to something. */
const releaseMode = z.enum(RELEASE_MODES);
/** The same as a number in the JSON of a policy, which has to fit into a function's environment. */
const people = z
  .int()
  .transform((count) => RELEASE_MODES[count])
  .pipe(releaseMode);
const releasedByAct = z.strictObject({ issue: people, update: people, withdraw: people });
const releasedByLevel = z.strictObject({ watch: releasedByAct, act: releasedByAct });
const positive = z.coerce.number().int().positive();

/** The variables that have one meaning in all functions. */
const SETTINGS = {
  HASH_SECRET_ARN: resourceName,
  /** The keys of references that are in use. */
  HASH_KEYS: json.pipe(HashKeyPlan),
  /** The rules' clock: `real`, or the date as of which a replay assesses (`yyyy-mm-dd`). */
  RULES_CLOCK: z.union([z.literal('real'), z.iso.date()]),
  /** The codes of the measures that are on, each by a directing document of the stage's configuration. */
  MEASURES: z
    .string()
    .transform((text) => text.split(',').filter((code) => code !== ''))
    .pipe(z.array(z.enum(MEASURES))),
  /** The policy of who must release which changes before a receiver is notified. */
  RELEASE_POLICY: json.pipe(z.strictObject({ police: releasedByLevel, bank: releasedByLevel, namingDecision: people })),
  /** The number of people who must agree to switch a directed measure. */
  SWITCH_POLICY: json.pipe(z.strictObject({ on: people, off: people })),
  /** How many people must agree before a file that was read is taken back. */
  TAKING_BACK_POLICY: releaseMode,
  SETTLING_SECONDS: z.coerce.number().int().nonnegative(),
  NOTICE_DAYS: positive,
  LISTING_DAYS: positive,
  /** The days after which DynamoDB deletes facts. */
  RETENTION_DAYS: positive,
  /** The share of a file's rows, 0…1, and their number, from which a file is stopped. */
  HELD_SHARE: z.coerce.number().gt(0).max(1),
  HELD_ROWS: positive,
  /** The names of queues between the steps without the stack's, separated by commas. */
  STEP_QUEUES: resourceName,
  /** Allows addresses on this machine, also without TLS: for stage `local` alone. */
  ALLOW_LOOPBACK: z.enum(['yes', 'no']),
};
export function settings<N extends keyof typeof SETTINGS>(...names: N[]): Pick<typeof SETTINGS, N>;
export function settings(...names: (keyof typeof SETTINGS)[]): object {
  return Object.fromEntries(names.map((name) => [name, SETTINGS[name]]));
}
