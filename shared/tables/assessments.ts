import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Awaited } from '#shared/domain/risk/awaited.ts';
import type { UsedProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import type { SearchedCompany } from '#shared/domain/vietnamese/search/search-companies.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { itemsOfCompanies } from './batch-get.ts';
import { sampleIn, samplesKeptOnce } from './company-sample.ts';
import { type ProvinceCounts, provinceCounts } from './province-counts.ts';
import { itemAt, putRevision, revisionBefore, updateIf } from './conditional-write.ts';
import { UNCHANGED_REFERENCES, type ReferenceForms, renewedItem } from './stored-references.ts';
import { type QueryPage, queryPage, queryPages, queryShards } from './query-all.ts';
import { allShards, shardOf } from './shards.ts';
import { type CompanyWork, companiesWithWork } from './open-work.ts';
import {
  type AssessedCompany,
  type CompanyStanding,
  type DueCompany,
  DueItem,
  isGone,
  StoredAssessment,
  StoredStanding,
  storedAssessment,
} from './assessment-item.ts';

const Searched = z.object({ enterpriseCode: z.string(), name: z.string(), foundBy: z.string().default('') });

/**
 * The table `assessments`: PK enterpriseCode. Index `due`: PK dueShard, SK dueAt (`yyyy-mm-dd#code`), with the fields
 * that are read for all companies. The sparse index `work`: PK workShard, SK enterpriseCode, with the office's open
 * tasks.
 */
export const assessmentsTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: ReferenceForms = UNCHANGED_REFERENCES,
) => ({
  async of(enterpriseCodes: readonly string[]): Promise<ReadonlyMap<string, AssessedCompany>> {
    const latest = await assessmentsOf(db, table, enterpriseCodes, hash);
    return new Map([...latest].filter(([, assessed]) => !isGone(assessed)));
  },

  /** Reads what the next revision of each assessment is made from, also of companies that are gone. */
  latest(enterpriseCodes: readonly string[]): Promise<ReadonlyMap<string, AssessedCompany>> {
    return assessmentsOf(db, table, enterpriseCodes, hash);
  },

  async get(enterpriseCode: string): Promise<AssessedCompany | undefined> {
    const item = await itemAt(db, table, { enterpriseCode });
    return item && !isGone(item) ? StoredAssessment.parse(renewedItem(item, hash)) : undefined;
  },

  /** Reads only what the notices of the company's accounts follow from. */
  async standing(enterpriseCode: string): Promise<CompanyStanding | undefined> {
    const item = await itemAt(db, table, { enterpriseCode });
    return item && !isGone(item) ? StoredStanding.parse(renewedItem(item, hash)) : undefined;
  },

  /**
   * Stores an assessment; no index has a company that is gone. False where another one was stored since the one before
   * it was read.
   * @param foundBy what the company is found by (`foundByText`)
   */
  record(assessed: AssessedCompany, expiresAt: number, foundBy?: string): Promise<boolean> {
    const { enterpriseCode } = assessed;
    const item = { ...storedAssessment(assessed), ...(!assessed.gone && indexed(assessed, foundBy)), expiresAt };
    return putRevision(db, table, { enterpriseCode }, item, revisionBefore(assessed));
  },

  /**
   * Marks that all messages were sent, as the next revision: another run that has read the assessment before may be ended
   * after it has stored its own. False where the assessment was written again meanwhile.
   */
  async markNotified({ enterpriseCode, revision }: AssessedCompany): Promise<boolean> {
    const unchanged = { when: 'revision = :mine', values: { ':mine': revision } };
    const marked = { set: { notified: true }, remove: ['lostAccounts'], revise: true } as const;
    return (await updateIf(db, table, { enterpriseCode }, marked, unchanged)) !== undefined;
  },

  /** Companies with tasks for the office because of their activity, address or capital. */
  async work(): Promise<CompanyWork[]> {
    return companiesWithWork(await queryShards(db, table, (workShard) => ({ workShard }), { IndexName: 'work' }));
  },

  /** Every company with what it is found by, from the whole index: about 600 bytes a company. */
  async searched(): Promise<readonly SearchedCompany[]> {
    const items = await queryShards(db, table, (dueShard) => ({ dueShard }), { IndexName: 'due' });
    return items.map((item) => Searched.parse(item));
  },

  /** Companies whose next check is due on `day` or earlier. */
  async due(day: string): Promise<readonly string[]> {
    return taken(db, table, `${day}#~`, ({ enterpriseCode }) => enterpriseCode);
  },

  /** Yields all companies of a shard page by page, in the order of their next checks. */
  async page(shard: string, after: string | undefined, limit: number): Promise<QueryPage<string>> {
    const due = { IndexName: 'due' };
    const { items, next } = await queryPage(db, table, { dueShard: shard }, ['dueAt', after], limit, due);
    return { found: items.map((item) => DueItem.parse(item).enterpriseCode), next };
  },

  /**
   * Companies whose feeds have since covered the days that they waited for. It reads the whole index, about 15 MB for
   * 100,000 companies.
   */
  async awaiting(
    isNowCovered: (awaits: Awaited, known: Pick<SampledCompany, 'sample' | 'usedProfile'> | undefined) => boolean,
  ): Promise<readonly string[]> {
    return taken(db, table, '~', ({ enterpriseCode, awaits, sample }) =>
      isNowCovered(awaits, sampleIn(sample)) ? enterpriseCode : undefined,
    );
  },

  /** The numbers of companies by verdict, by activity and by their duties, and the banks of the flagged ones, from the whole index. */
  async countByState(): Promise<ProvinceCounts> {
    const counted = provinceCounts();
    await eachUntil(db, table, '~', (company) => counted.add(company));
    return counted.all();
  },

  /** Visits the samples of all companies, from the whole index. What companies have alike is kept once. */
  async eachSample(visit: (company: SampledCompany) => void): Promise<void> {
    const sampleOnce = samplesKeptOnce();
    await eachUntil(db, table, '~', ({ enterpriseCode, awaits, sample }) => {
      const known = sampleIn(sample);
      if (known) visit({ enterpriseCode, awaits, usedProfile: known.usedProfile, sample: sampleOnce(known.sample) });
    });
  },
});

const assessmentsOf = (
  db: DynamoDBDocumentClient,
  table: string,
  enterpriseCodes: readonly string[],
  hash: ReferenceForms,
): Promise<ReadonlyMap<string, AssessedCompany>> =>
  itemsOfCompanies(db, table, enterpriseCodes, (item) => StoredAssessment.parse(renewedItem(item, hash)));

const indexed = ({ enterpriseCode, nextCheckOn }: AssessedCompany, foundBy: string | undefined) => ({
  dueShard: shardOf(enterpriseCode),
  dueAt: `${nextCheckOn}#${enterpriseCode}`,
  foundBy,
});

const SHARDS_AT_ONCE = 2;

/** A company's entry in the index. */
export interface SampledCompany {
  readonly enterpriseCode: string;
  readonly awaits: Awaited;
  readonly sample: CompanySample;
  readonly usedProfile: UsedProvinceProfile;
}

/** Reads a province's companies page by page, so that no more than a page of each shard is in memory. */
const eachUntil = (
  db: DynamoDBDocumentClient,
  table: string,
  until: string,
  visit: (company: DueCompany) => void,
): Promise<void[]> =>
  inParallel(allShards, SHARDS_AT_ONCE, async (dueShard) => {
    for await (const page of queryPages(db, table, { dueShard, dueAt: ['<=', until] }, { IndexName: 'due' }))
      for (const item of page) visit(DueItem.parse(item));
  });

/** Keeps only what is needed of companies, because their whole items are several times as large. */
async function taken<T>(
  db: DynamoDBDocumentClient,
  table: string,
  until: string,
  take: (company: DueCompany) => T | undefined,
): Promise<readonly T[]> {
  const found: T[] = [];
  await eachUntil(db, table, until, (company) => {
    const one = take(company);
    if (one !== undefined) found.push(one);
  });
  return found;
}

export type Assessments = ReturnType<typeof assessmentsTable>;
