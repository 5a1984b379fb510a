import * as z from 'zod';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { FindingSchema } from '#shared/contracts/finding.ts';
import { DecisionDocument } from './decision-document.ts';
import { Packed, packed, Unpacked, unpacked } from './packed.ts';
import { VerifiedPersonItem } from './verifications.ts';
import { WorklistEntryItem } from './worklist-item.ts';

const AssessmentItem = z.object({
  enterpriseCode: z.string(),
  name: z.string(),
  registeredOn: z.string(),
  /** When the facts were read (ISO instant). */
  gatheredAt: z.string(),
  /** False until everyone whom this assessment concerns has been sent a message. */
  notified: z.boolean(),
  /** Made from verdict, score, findings and people: the same reasons are the same assessment. */
  assessmentId: z.string(),
  /** Since when these reasons have stood unchanged (ISO instant). */
  standsSince: z.string(),
  verdict: z.enum(['clear', 'watch', 'flagged']),
  /** The police have confirmed the flag. */
  confirmed: z.boolean(),
  /** The written decision that came with it. */
  decision: DecisionDocument.optional(),
  score: z.number(),
  /** Whether it really does business, and the sentences that say why. */
  activity: z.enum(['active', 'inactive', 'suspended', 'unknown']),
  activityReasons: z.array(z.string()),
  findings: z.array(FindingSchema),
  people: z.array(VerifiedPersonItem),
  worklist: z.array(WorklistEntryItem),
  /** Its main industry, VSIC level 4. */
  trade: z.string().optional(),
  /** The hash of the credit to its accounts, as the ledger last had it; for flagged companies. */
  moneyId: z.string().optional(),
  /** The questions about it that could not be asked. */
  unasked: z.array(z.string()).optional(),
  /** The values it shares, each with a fingerprint of what was last written there about its own facts. */
  links: z.array(z.strictObject({ value: z.string(), fingerprint: z.string() })),
  accounts: z.array(z.strictObject({ accountRef: z.string(), fingerprint: z.string(), mismatch: z.boolean() })),
  /** The day its next check is due (`yyyy-mm-dd`). */
  nextCheckOn: z.string(),
  /** By kind, the date up to which a feed would have to be covered to change the answer. */
  awaits: z.record(z.string(), z.string()),
  /** The company's sample, and the part of the province's profile that was used: JSON, for the index. */
  sample: z.string().optional(),
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

/** The fields by which a step decides whether a message still has something to do; they are stored unpacked. */
export const OpenPart = AssessmentItem.pick({
  enterpriseCode: true,
  notified: true,
  gatheredAt: true,
  awaits: true,
  sample: true,
});
export interface PackedAssessment extends z.infer<typeof OpenPart> {
  whole(): AssessedCompany;
}

/** An item, its large parts packed. */
export function storedAssessment(assessed: AssessedCompany, facts: CompanyFacts) {
  const { activityReasons, findings, people, worklist, unasked, links, accounts, ...open } = assessed;
  return {
    ...open,
    packed: packed({ activityReasons, findings, people, worklist, unasked, links, accounts, facts }),
  };
}

/** An assessment as it lies in the table. */
export const StoredAssessment = Unpacked.pipe(AssessmentItem);

/** The same with the facts that it was made from. */
export const StoredWithFacts = Unpacked.pipe(AssessmentItem.extend({ facts: z.unknown() }));

/** The facts behind an assessment, as they lie in its item. */
export const FactsItem = Packed.extend({ enterpriseCode: z.string() });

/** One line of JSON: the company's facts as its assessment read them. */
export const unpackFacts = ({ packed: bytes }: z.infer<typeof FactsItem>): string =>
  JSON.stringify(unpacked(bytes)['facts']);
