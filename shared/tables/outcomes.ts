import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { inOrderOfEvents, type MoneyIn, type OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import type { OutcomeFactWithoutId } from '#shared/domain/outcomes/facts-of-notice.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { batchGet } from './batch-get.ts';
import { batchWrite } from './batch-write.ts';
import { putUnlessLater } from './conditional-write.ts';
import { OutcomeItem, outcomeItem } from './outcome-item.ts';
import { queryAll, queryShards } from './query-all.ts';
import { expiryOf } from './expiry.ts';
import { SHARDS } from './shards.ts';

const MONEY = 'money';

/**
 * The id of a fact is made from its content without the company's whereabouts: two functions that enter one state of a
 * notice may have read different ones, and it is still one fact.
 */
function idOf({ commune: _commune, communeSince: _since, trade: _trade, ...said }: OutcomeFactWithoutId): string {
  return contentId(said);
}

/** The credit to a company's accounts that an assessment found. */
export interface CaseMoney {
  readonly caseId: string;
  readonly months: readonly MoneyIn[];
  /** The rules' date. */
  readonly on: IsoDate;
  readonly at: string;
  /** The number of the company's assessment; of two records that of the later assessment counts. */
  readonly revision: number;
}

/**
 * The table `outcomes`: PK caseId, SK fact (`noticeId#kind#id`; the id is made from the content, so that a repetition
 * changes nothing). Index `period`: PK shard, SK happenedAt (`day#caseId#fact`), so that a period
 * is read without a scan. The SK `money` has the money that came into the case's accounts, of which the latest record
 * counts and which is not in the index.
 */
export const outcomesTable = (db: DynamoDBDocumentClient, table: string) => ({
  async record(facts: readonly OutcomeFactWithoutId[]): Promise<void> {
    const items = facts.map((unnamed) => {
      const id = idOf(unnamed);
      const { caseId, on, at, kind, noticeId = '' } = unnamed;
      const fact = `${noticeId}#${kind}#${id}`;
      return {
        ...outcomeItem({ ...unnamed, id }),
        caseId,
        fact,
        shard: outcomeShard(caseId),
        happenedAt: `${on}#${caseId}#${fact}`,
        expiresAt: expiryOf('outcomes', at),
      };
    });
    await batchWrite(db, table, items, ({ caseId, fact }) => `${caseId} ${fact}`);
  },

  /** Writes the money unless a later assessment has. */
  async recordMoney({ caseId, months, on, at, revision }: CaseMoney): Promise<void> {
    const said = { caseId, kind: MONEY, on, at, by: 'machine', months } as const;
    const expiresAt = expiryOf('outcomes', at);
    const item = { caseId, fact: MONEY, ...outcomeItem({ ...said, id: contentId(said) }), revision, expiresAt };
    await putUnlessLater(db, table, item, 'revision');
  },

  /** All facts of a case in their order. */
  async ofCase(caseId: string): Promise<readonly OutcomeFact[]> {
    const items = await queryAll(db, table, { caseId });
    return inOrderOfEvents(items.map((item) => OutcomeItem.parse(item)));
  },

  /**
   * The facts of a case about one notice, in their order. A company may have thousands of accounts, each with a notice
   * to its bank, so that the facts of the whole case are many.
   */
  async ofNotice(caseId: string, noticeId: string): Promise<readonly OutcomeFact[]> {
    const items = await queryAll(db, table, { caseId, fact: ['begins_with', `${noticeId}#`] });
    return inOrderOfEvents(items.map((item) => OutcomeItem.parse(item)));
  },

  /** The outcomes of some days, both included; `moneyOf` reads the money of their cases. */
  async ofDays(from: IsoDate, to: IsoDate): Promise<readonly OutcomeFact[]> {
    const ofShard = (shard: string) => ({ shard, happenedAt: ['BETWEEN', from, `${to}~`] }) as const;
    const items = await queryShards(db, table, ofShard, { IndexName: 'period' });
    return items.map((item) => OutcomeItem.parse(item));
  },

  async moneyOf(cases: readonly string[]): Promise<readonly OutcomeFact[]> {
    const items = await batchGet(
      db,
      table,
      cases.map((caseId) => ({ caseId, fact: MONEY })),
    );
    return items.map((item) => OutcomeItem.parse(item));
  },
});
export type Outcomes = ReturnType<typeof outcomesTable>;

/** Cases are spread over shards by the last character of their id, which has no meaning. */
const outcomeShard = (caseId: string): string => String((caseId.codePointAt(caseId.length - 1) ?? 0) % SHARDS);
