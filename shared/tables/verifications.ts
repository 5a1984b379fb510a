import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import {
  COMPARED_FIELDS,
  DOCUMENT_STATUSES,
  FIELD_RESULTS,
  IDENTITY_RESULTS,
} from '#shared/domain/identity/person-verdict.ts';
import { PERSON_ROLES } from '#shared/domain/identity/registration.ts';
import { itemsOfCompanies } from './batch-get.ts';
import { putRevision, revisionBefore } from './conditional-write.ts';
import { UNCHANGED_REFERENCES, type ReferenceForms, renewedItem } from './stored-references.ts';
import { packed, Unpacked } from './packed.ts';
import { queryShards } from './query-all.ts';
import { shardOf } from './shards.ts';
import { type CompanyWork, companiesWithWork, workIndexFields } from './open-work.ts';
import { WorklistEntryItem } from './worklist-item.ts';

const field = z.enum(FIELD_RESULTS);

export const VerifiedPersonItem = z.strictObject({
  role: z.enum(PERSON_ROLES),
  result: z.enum(IDENTITY_RESULTS),
  fields: z.strictObject({ documentNumber: field, fullName: field, dateOfBirth: field, gender: field }),
  documentStatus: z.enum(DOCUMENT_STATUSES).optional(),
  reissuedOn: z.string().optional(),
  contradicted: z.literal(true).optional(),
  proposedField: z.enum(COMPARED_FIELDS).optional(),
  maskedDocumentNumber: z.string(),
  personRef: z.string(),
  aliasRefs: z.array(z.string()),
  birthYear: z.number(),
  foreign: z.boolean(),
});
export type VerifiedPersonItem = z.infer<typeof VerifiedPersonItem>;

const Verification = z.object({
  enterpriseCode: z.string(),
  /** The number of times that the people were verified: each writer replaces only the verification that it has read. */
  revision: z.int().positive(),
  /** A keyed hash of the people as they were registered. Without it the people are verified again. */
  peopleRef: z.string().optional(),
  people: z.array(VerifiedPersonItem),
  /** The representatives of earlier registrations, so that a later one hides nobody. */
  formerRepresentatives: z.array(VerifiedPersonItem).optional(),
  worklist: z.array(WorklistEntryItem),
});
/** The result of verifying a company's people; without people where its registration was taken back. */
export type Verification = z.infer<typeof Verification>;

/** A verification as the table stores it. */
const StoredVerification = Unpacked.pipe(Verification);

const Unsettled = Verification.pick({ enterpriseCode: true });

/**
 * The table `verifications`: PK enterpriseCode. The sparse index `unsettled` has those that later police data may
 * change, and the sparse index `work` those with tasks for the office.
 */
export const verificationsTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: ReferenceForms = UNCHANGED_REFERENCES,
) => ({
  /** The verified people among the given ones. */
  of(enterpriseCodes: readonly string[]): Promise<ReadonlyMap<string, Verification>> {
    return itemsOfCompanies(db, table, enterpriseCodes, (item) => StoredVerification.parse(renewedItem(item, hash)));
  },

  /** False where another verification was stored since the one before it was read. */
  record(
    { name, ...verification }: Verification & { readonly name: string },
    unsettled: boolean,
    expiresAt: number,
  ): Promise<boolean> {
    const { enterpriseCode, people, formerRepresentatives, worklist, ...open } = verification;
    const shard = unsettled ? { unsettledShard: shardOf(enterpriseCode) } : {};
    const item = {
      ...open,
      ...shard,
      ...workIndexFields({ enterpriseCode, name, worklist }),
      packed: packed({ people, formerRepresentatives, worklist }),
      expiresAt,
    };
    return putRevision(db, table, { enterpriseCode }, item, revisionBefore(verification));
  },

  /** Companies with tasks for the office because of their registration. */
  async work(): Promise<CompanyWork[]> {
    return companiesWithWork(await queryShards(db, table, (workShard) => ({ workShard }), { IndexName: 'work' }));
  },

  /** Companies with a person whose result later police data may change. */
  async unsettled(): Promise<readonly string[]> {
    const items = await queryShards(db, table, (unsettledShard) => ({ unsettledShard }), { IndexName: 'unsettled' });
    return items.map((item) => Unsettled.parse(item).enterpriseCode);
  },
});
export type Verifications = ReturnType<typeof verificationsTable>;
