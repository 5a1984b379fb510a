import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { FactsItem, isGone, unpackFacts } from '#shared/tables/assessment-item.ts';
import { compareText } from './by-text.ts';
import { scanTable } from './scan.ts';
import { writeEach } from './write-lines.ts';

/** Yields every company's facts as its assessment read them, one company a line, for `npm run backtest`. */
export async function writeSnapshot(db: DynamoDBDocumentClient, assessments: string, file: string): Promise<void> {
  const items = (await scanTable(db, assessments, FactsItem)).filter((item) => !isGone(item));
  await writeEach(file, items.sort(compareText(({ enterpriseCode }) => enterpriseCode)), unpackFacts);
}
