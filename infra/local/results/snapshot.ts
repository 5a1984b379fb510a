import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { FactsItem, unpackFacts } from '#shared/tables/assessments.ts';
import { scan } from './scan.ts';
import { writeText } from './write-lines.ts';

/** Every company's facts as its assessment read them, a company a line: what `npm run backtest` replays rules over. */
export async function writeSnapshot(db: DynamoDBDocumentClient, assessments: string, file: string): Promise<void> {
  const items = await scan(db, assessments, FactsItem);
  const byCode = items.sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1));
  await writeText(file, byCode.map((item) => `${unpackFacts(item)}\n`).join(''));
}
