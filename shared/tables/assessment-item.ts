import * as z from 'zod';
import { FindingSchema } from '#shared/contracts/finding.ts';
import { DecisionDocument } from './decision-document.ts';
import { PackedBytes, Unpacked, packed } from './packed.ts';
import { OwnersItem } from './owners-item.ts';
import { workIndexFields } from './open-work.ts';
import { VerifiedPersonItem } from './verifications.ts';
import { WorklistEntryItem } from './worklist-item.ts';

const AssessmentItem = z.object({
  enterpriseCode: z.string(),
  name: z.string(),
  registeredOn: z.string(),
  /** The number of times that the company was assessed: each writer replaces only the assessment that it has read. */
  revision: z.int().positive(),
  /** Set where the company's registration was taken back; only the company's own step sees such an item. */
  gone: z.literal(true).optional(),
  /** Whether messages were sent to all recipients of this assessment. */
  notified: z.boolean(),
  /** The id, which is made from verdict, score, findings and people, so that the same reasons are the same assessment. */
  assessmentId: z.string(),
  /** The ISO instant since which these reasons have not changed. */
  standsSince: z.string(),
  verdict: z.enum(['clear', 'watch', 'flagged']),
  /** Whether the police have confirmed the flag. */
  confirmed: z.boolean(),
  /** Set where nothing but the police's dismissal keeps the company from being flagged. */
  dismissed: z.boolean().optional(),
  /** Set where the company is only watched because of one sender: of what it says in its favour, or of its word alone. */
  byOneSender: z.literal(true).optional(),
  /** The written decision that the police named in the confirmation. */
  decision: DecisionDocument.optional(),
  score: z.number(),
  /** The sentence that says on whose word alone the assessment rests. */
  onWhoseWord: z.string().optional(),
  /** From when to when the money ran that flags the company. */
  crimeWindow: z.strictObject({ from: z.string(), to: z.string(), exact: z.enum(['day', 'month']) }).optional(),
  /** The company's activity, with the sentences that explain it. */
  activity: z.enum(['active', 'inactive', 'suspended', 'unknown']),
  activityReasons: z.array(z.string()),
  findings: z.array(FindingSchema),
  people: z.array(VerifiedPersonItem),
  worklist: z.array(WorklistEntryItem),
  /** The company's main industry, VSIC level 4. */
  trade: z.string().optional(),
  /** The sources that are missing for the company. */
  unasked: z.array(z.string()).optional(),
  /** What it declared of its beneficial owners. */
  owners: OwnersItem.optional(),
  /** The values that the company shares. */
  values: z.array(z.string()),
  /** The number of the company's list of links, all of which were written before the assessment; 0 where it has none. */
  listed: z.int(),
  accounts: z.array(
    z.strictObject({
      accountRef: z.string(),
      fingerprint: z.string(),
      mismatch: z.boolean(),
      /**
       * What a flag says of the account to its bank: that it is a flagged company's, that it is itself unlike its past, or
       * nothing where only the company's code in the bank's row says whose it is.
       */
      flag: z.enum(['company', 'account', 'nothing']),
    }),
  ),
  /** The number of accounts that do not count, because banks report too many. */
  accountsLeftOut: z.int().optional(),
  /** Accounts that the company no longer has, and whose banks were perhaps not sent a message about it. */
  lostAccounts: z.array(z.string()).optional(),
  /** The day on which the next check is due (`yyyy-mm-dd`). */
  nextCheckOn: z.string(),
  /** For each kind, the date to which a feed must be covered to change the result. */
  awaits: z.record(z.string(), z.string()),
  /** The company's sample, and the part of the province's profile that was used, packed for the index. */
  sample: PackedBytes.optional(),
});
export type AssessedCompany = z.infer<typeof AssessmentItem>;

/** The part of an assessment that the index `due` copies. */
export const DueItem = AssessmentItem.pick({
  enterpriseCode: true,
  awaits: true,
  sample: true,
  verdict: true,
  activity: true,
});
export type DueCompany = z.infer<typeof DueItem>;

/** An item with its large parts packed. */
export function storedAssessment(assessed: AssessedCompany) {
  const { activityReasons, findings, people, worklist, unasked, owners, values, accounts, ...open } = assessed;
  const parts = { activityReasons, findings, people, worklist, unasked, owners, values, accounts };
  return { ...open, ...workIndexFields(assessed), packed: packed(parts) };
}

/** An assessment as the table stores it. */
export const StoredAssessment = Unpacked.pipe(AssessmentItem);

/** Whether the item only says that the company's registration was taken back. */
export const isGone = (item: Readonly<Record<string, unknown>>): boolean => item['gone'] === true;

/** The part of an assessment from which the notices of the company's accounts follow. */
export const StoredStanding = Unpacked.pipe(
  AssessmentItem.pick({
    enterpriseCode: true,
    standsSince: true,
    verdict: true,
    byOneSender: true,
    confirmed: true,
    decision: true,
    crimeWindow: true,
    accounts: true,
  }),
);
export type CompanyStanding = z.infer<typeof StoredStanding>;
