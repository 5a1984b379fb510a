import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { WORKLIST_KINDS } from '#shared/domain/worklist/worklist-entry.ts';
import { batchGet } from './batch-get.ts';
import { unlessOvertaken } from './overtaken.ts';
import { queryAll } from './query-all.ts';
import { allShards, shardOf } from './shards.ts';

const field = z.enum(['match', 'variation', 'correctable', 'mismatch', 'not_provided']);

export const VerifiedPersonItem = z.strictObject({
  role: z.enum(['legal_representative', 'authorised_person', 'member', 'beneficial_owner']),
  result: z.enum(['match', 'variation', 'correctable', 'mismatch', 'not_found', 'unchecked']),
  fields: z.strictObject({ documentNumber: field, fullName: field, dateOfBirth: field, gender: field }),
  documentStatus: z
    .enum(['valid', 'expired', 'deceased', 'missing', 'reported_lost', 'wanted', 'cancelled'])
    .optional(),
  proposedField: z.enum(['documentNumber', 'fullName', 'dateOfBirth', 'gender']).optional(),
  maskedDocumentNumber: z.string(),
  personRef: z.string(),
  aliasRefs: z.array(z.string()),
  birthYear: z.number(),
  foreign: z.boolean(),
});

export const WorklistEntry = z.strictObject({
  kind: z.enum(WORKLIST_KINDS),
  field: z.string(),
  current: z.string(),
  proposed: z.string(),
  why: z.string(),
});

export const Verification = z.object({
  enterpriseCode: z.string(),
  gatheredAt: z.string(),
  people: z.array(VerifiedPersonItem),
  worklist: z.array(WorklistEntry),
});
/** What checking a company's people came to; `gatheredAt` is when their facts were read (ISO instant). */
export type Verification = z.infer<typeof Verification>;

/** `verifications`: PK enterpriseCode. The sparse index `unsettled` holds those that police data still to come may change. */
export const verificationsTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** Of those asked for, the ones verified. */
  async of(enterpriseCodes: readonly string[]): Promise<ReadonlyMap<string, Verification>> {
    const items = await batchGet(
      db,
      table,
      enterpriseCodes.map((enterpriseCode) => ({ enterpriseCode })),
    );
    return new Map(items.map((item) => Verification.parse(item)).map((item) => [item.enterpriseCode, item]));
  },

  /** False where a verification of later facts stands already. */
  record(verification: Verification, unsettled: boolean, expiresAt: number): Promise<boolean> {
    const shard = unsettled ? { unsettledShard: shardOf(verification.enterpriseCode) } : {};
    return unlessOvertaken(
      db.send(
        new PutCommand({
          TableName: table,
          Item: { ...verification, ...shard, expiresAt },
          ConditionExpression: 'attribute_not_exists(enterpriseCode) OR gatheredAt <= :mine',
          ExpressionAttributeValues: { ':mine': verification.gatheredAt },
        }),
      ),
    );
  },

  async unsettled(): Promise<readonly string[]> {
    const shards = await Promise.all(
      allShards.map((shard) =>
        queryAll(db, {
          TableName: table,
          IndexName: 'unsettled',
          KeyConditionExpression: 'unsettledShard = :shard',
          ExpressionAttributeValues: { ':shard': shard },
        }),
      ),
    );
    return shards.flat().map((item) => z.object({ enterpriseCode: z.string() }).parse(item).enterpriseCode);
  },
});
export type Verifications = ReturnType<typeof verificationsTable>;
