import * as z from 'zod';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { FindingSchema } from '#shared/contracts/finding.ts';
import { DecisionDocument } from './decision-document.ts';
import { Packed, PackedBytes, Unpacked, unpacked, packed } from './packed.ts';
import { workIndexFields } from './open-work.ts';
import { VerifiedPersonItem } from './verifications.ts';
import { WorklistEntryItem } from './worklist-item.ts';

/** The most bytes of a packed assessment and of its open tasks. An item may have 400 KB, and the rest is a few kilobytes. */
const MOST_BYTES = 380_000;
/** The facts that are stored where all of them have no room, in the order in which they are tried. */
const SHORTER: readonly ((facts: CompanyFacts) => CompanyFacts)[] = [
  (facts) => shortened(facts, 2000),
  (facts) => shortened(facts, 50),
  withoutAccounts,
  (facts) => ({ ...withoutAccounts(facts), people: [], bands: [] }),
];

/**
 * Packs the parts of an assessment with the facts that it was made from. The facts are stored for snapshots alone, so
 * where a company has too many for its item, only its largest counterparties and invoice pairs are stored, or no
 * accounts, or no people and bands either: a company with tens of thousands of customers, or about which somebody
 * sends as many rows, is still assessed.
 */
function packedAssessment(parts: Readonly<Record<string, unknown>>, facts: CompanyFacts | undefined, bytesBeside = 0) {
  let bytes = packed({ ...parts, facts });
  for (const shorter of SHORTER) {
    if (facts === undefined || bytes.length + bytesBeside <= MOST_BYTES) break;
    bytes = packed({ ...parts, facts: shorter(facts) });
  }
  return bytes;
}

function withoutAccounts(facts: CompanyFacts): CompanyFacts {
  return { ...facts, accounts: [], invoicePairs: undefined };
}

const shortened = ({ accounts, invoicePairs, ...facts }: CompanyFacts, most: number): CompanyFacts => ({
  ...facts,
  accounts: accounts.map(({ counterparties, devices, ...account }) => ({
    ...account,
    devices: devices?.slice(0, most),
    counterparties: counterparties && largest(counterparties, most, ({ debit, credit }) => debit + credit),
  })),
  invoicePairs: invoicePairs && {
    sold: largest(invoicePairs.sold, most, ({ total }) => total),
    bought: largest(invoicePairs.bought, most, ({ total }) => total),
  },
});

/** The largest entries in their own order. */
function largest<T>(entries: readonly T[], most: number, sizeOf: (entry: T) => number): readonly T[] {
  if (entries.length <= most) return entries;
  const kept = new Set(entries.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, most));
  return entries.filter((entry) => kept.has(entry));
}

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
export function storedAssessment(assessed: AssessedCompany, facts?: CompanyFacts) {
  const { activityReasons, findings, people, worklist, unasked, values, accounts, ...open } = assessed;
  const work = workIndexFields(assessed);
  const parts = { activityReasons, findings, people, worklist, unasked, values, accounts };
  return { ...open, ...work, packed: packedAssessment(parts, facts, work.work?.length) };
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

/** The part of an assessment that a list of results shows, with the facts that it was made from. */
export const StoredResult = Unpacked.pipe(
  AssessmentItem.pick({
    enterpriseCode: true,
    name: true,
    verdict: true,
    score: true,
    onWhoseWord: true,
    crimeWindow: true,
    activity: true,
    activityReasons: true,
    unasked: true,
    findings: true,
    people: true,
    worklist: true,
  }).extend({ facts: z.unknown() }),
);
export type StoredResult = z.infer<typeof StoredResult>;

/** The facts of an assessment, as its item stores them. */
export const FactsItem = Packed.extend({ enterpriseCode: z.string() });

/** The company's facts as its assessment read them, as one line of JSON. */
export const unpackFacts = ({ packed: bytes }: z.infer<typeof FactsItem>): string =>
  JSON.stringify(unpacked(bytes)['facts']);
