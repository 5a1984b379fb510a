import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { TABLE_DESIGNS, type TableDesign } from '#shared/tables/table-designs.ts';

const FILE = join(import.meta.dirname, 'released-indexes.json');
type IndexNames = Readonly<Record<string, readonly string[]>>;

/** The names of each table's indexes in the release that runs in production; before the first one, those of today. */
export const releasedIndexes = (): IndexNames =>
  z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(FILE, 'utf8')));

export const presentIndexes = (): IndexNames =>
  Object.fromEntries(
    Object.entries(TABLE_DESIGNS).map(([table, { indexes = [] }]: [string, TableDesign]) => [
      table,
      indexes.map(({ name }) => name).sort(),
    ]),
  );

/** Keeps what a successful deployment of production released. */
export const keepReleasedIndexes = (): void => writeFileSync(FILE, `${JSON.stringify(presentIndexes(), null, 2)}\n`);

/**
 * The tables of which more than one index came or went since the release. CloudFormation refuses such an update, so it
 * takes several releases.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
 */
export function changedTooMuch(released: IndexNames, present: IndexNames): readonly string[] {
  return Object.keys(present).filter((table) => {
    const [before, now] = [new Set(released[table] ?? present[table]), new Set(present[table])];
    return before.symmetricDifference(now).size > 1;
  });
}
