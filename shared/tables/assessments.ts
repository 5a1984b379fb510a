import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Awaited } from '#shared/domain/risk/awaited.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { UsedPicture } from '#shared/domain/risk/province/picture.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { companyNameKey } from '#shared/domain/vietnamese/company-name/company-name-key.ts';
import { Finding } from '#shared/contracts/finding.ts';
import { batchGet } from './batch-get.ts';
import { countEach, type EachCounted } from './count-each.ts';
import { sampleIn } from './company-sample.ts';
import { putIf, updateIf } from './conditional-write.ts';
import { DecisionDocument } from './decision-document.ts';
import { AS_KEPT, type References, renewedItem } from './kept-references.ts';
import { Packed, packed, Unpacked, unpacked } from './packed.ts';
import { FIRST_POSITION, type Page, queryAll, queryPage } from './query-all.ts';
import { allShards, shardOf } from './shards.ts';
import { NamedCompany, nameShardOf } from './named-company.ts';
import { type CompanyWork, workIn, workOf } from './open-work.ts';
import { VerifiedPersonItem } from './verifications.ts';
import { WorklistEntry } from './worklist-item.ts';

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
  findings: z.array(Finding),
  people: z.array(VerifiedPersonItem),
  worklist: z.array(WorklistEntry),
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
  /** The company's sample, and the part of the province's picture that was used: JSON, for the index. */
  sample: z.string().optional(),
});
export type AssessedCompany = z.infer<typeof AssessmentItem>;

const DueItem = AssessmentItem.pick({
  enterpriseCode: true,
  awaits: true,
  sample: true,
  verdict: true,
  activity: true,
});

/**
 * `assessments`: PK enterpriseCode. Index `due`: PK dueShard, SK dueAt (`yyyy-mm-dd#code`), with what is asked of all companies.
 * The sparse index `work`: PK workShard, SK enterpriseCode, what is to be done by the office.
 * Index `name`: PK nameShard (two letters), SK nameKey (`tên riêng#code` without marks).
 */
export const assessmentsTable = (db: DynamoDBDocumentClient, table: string, hash: References = AS_KEPT) => ({
  async of(enterpriseCodes: readonly string[]): Promise<ReadonlyMap<string, AssessedCompany>> {
    const items = await batchGet(
      db,
      table,
      enterpriseCodes.map((enterpriseCode) => ({ enterpriseCode })),
    );
    return new Map(
      items.map((item) => StoredAssessment.parse(renewedItem(item, hash))).map((item) => [item.enterpriseCode, item]),
    );
  },

  async get(enterpriseCode: string): Promise<AssessedCompany | undefined> {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { enterpriseCode }, ConsistentRead: true }));
    return Item && StoredAssessment.parse(renewedItem(Item, hash));
  },

  /** Keeps the facts it was made from beside it. False where an assessment of later facts stands already. */
  record(assessed: AssessedCompany, facts: CompanyFacts, expiresAt: number): Promise<boolean> {
    const { enterpriseCode, nextCheckOn, name } = assessed;
    const own = companyNameKey(name);
    const nameShard = nameShardOf(own);
    const item = {
      ...stored(assessed, facts),
      dueShard: shardOf(enterpriseCode),
      dueAt: `${nextCheckOn}#${enterpriseCode}`,
      ...workOf(assessed),
      ...(nameShard !== undefined && { nameShard, nameKey: `${own}#${enterpriseCode}` }),
      expiresAt,
    };
    return putIf(db, table, { enterpriseCode }, item, {
      when: 'attribute_not_exists(enterpriseCode) OR gatheredAt <= :mine',
      values: { ':mine': assessed.gatheredAt },
    });
  },

  /** Marks that all messages were sent; does nothing where the assessment was written again since. */
  async markNotified({ enterpriseCode, gatheredAt }: AssessedCompany): Promise<void> {
    await updateIf(
      db,
      table,
      { enterpriseCode },
      { set: { notified: true } },
      {
        when: 'gatheredAt = :mine',
        values: { ':mine': gatheredAt },
      },
    );
  },

  /** Companies whose activity, address or capital asks something of the office. */
  async work(): Promise<CompanyWork[]> {
    const shards = allShards.map((shard) =>
      queryAll(db, {
        TableName: table,
        IndexName: 'work',
        KeyConditionExpression: 'workShard = :shard',
        ExpressionAttributeValues: { ':shard': shard },
      }),
    );
    return workIn((await Promise.all(shards)).flat());
  },

  /** Companies whose own name (tên riêng) begins with that of the name asked for, by name: one request. */
  async named(name: string, most: number): Promise<readonly NamedCompany[]> {
    const key = companyNameKey(name);
    const shard = nameShardOf(key);
    if (shard === undefined) return [];
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'name',
        KeyConditionExpression: 'nameShard = :shard AND begins_with(nameKey, :key)',
        ExpressionAttributeValues: { ':shard': shard, ':key': key },
        Limit: most,
      }),
    );
    return Items.map((item) => NamedCompany.parse(item));
  },

  /** Companies whose next check is due on `day` or was before. */
  async due(day: string): Promise<readonly string[]> {
    return (await dueUntil(db, table, `${day}#~`)).map(({ enterpriseCode }) => enterpriseCode);
  },

  /** All companies of a shard, page by page, in the order of their next checks. */
  async page(shard: string, after: string | undefined, limit: number): Promise<Page<string>> {
    const { items, next } = await queryPage(db, 'dueAt', {
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'dueShard = :shard AND dueAt > :after',
      ExpressionAttributeValues: { ':shard': shard, ':after': after ?? FIRST_POSITION },
      Limit: limit,
    });
    return { found: items.map((item) => DueItem.parse(item).enterpriseCode), next };
  },

  /** Companies whose feed has since covered what they waited for. Reads the whole index: some 15 MB for 100,000 companies. */
  async awaiting(
    isNowCovered: (awaits: Awaited, known: Pick<SampledCompany, 'sample' | 'usedPicture'> | undefined) => boolean,
  ): Promise<readonly string[]> {
    const all = await dueUntil(db, table, '~');
    return all
      .filter(({ awaits, sample }) => isNowCovered(awaits, sampleIn(sample)))
      .map(({ enterpriseCode }) => enterpriseCode);
  },

  /** How many companies stand how, by verdict and by activity: the whole index, too. */
  async standing(): Promise<{ readonly verdicts: EachCounted; readonly activities: EachCounted }> {
    const all = await dueUntil(db, table, '~');
    return {
      verdicts: countEach(all.map(({ verdict }) => verdict)),
      activities: countEach(all.map(({ activity }) => activity)),
    };
  },

  /** The samples of all companies: it reads the whole index. */
  async samples(): Promise<readonly SampledCompany[]> {
    const all = await dueUntil(db, table, '~');
    return all.flatMap(({ enterpriseCode, awaits, sample }) => {
      const known = sampleIn(sample);
      return known ? [{ enterpriseCode, awaits, ...known }] : [];
    });
  },
});

/** A company in the index. */
export interface SampledCompany {
  readonly enterpriseCode: string;
  readonly awaits: Awaited;
  readonly sample: CompanySample;
  readonly usedPicture: UsedPicture;
}

async function dueUntil(db: DynamoDBDocumentClient, TableName: string, until: string) {
  const shards = await Promise.all(
    allShards.map((shard) =>
      queryAll(db, {
        TableName,
        IndexName: 'due',
        KeyConditionExpression: 'dueShard = :shard AND dueAt <= :until',
        ExpressionAttributeValues: { ':shard': shard, ':until': until },
      }),
    ),
  );
  return shards.flat().map((item) => DueItem.parse(item));
}

function stored(assessed: AssessedCompany, facts: CompanyFacts) {
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

export type Assessments = ReturnType<typeof assessmentsTable>;
