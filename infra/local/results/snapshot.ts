import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { FactsItem, unpackFacts } from '#shared/tables/assessment-item.ts';
import { compareText } from './by-text.ts';
import { scanTable } from './scan.ts';
import { writeEach } from './write-lines.ts';

/** Every company's facts as its assessment read them, a company a line: what `npm run backtest` replays rules over. */
export async function writeSnapshot(db: DynamoDBDocumentClient, assessments: string, file: string): Promise<void> {
  const items = await scanTable(db, assessments, FactsItem);
  await writeEach(file, items.sort(compareText(({ enterpriseCode }) => enterpriseCode)), unpackFacts);
}
