import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { batchWrite } from './batch-write.ts';
import { queryPages } from './query-all.ts';

const Rejection = z.object({
  row: z.number(),
  column: z.string(),
  code: z.string(),
  message: z.string(),
  value: z.string(),
  /** For a workbook, the sheet and the position of the faulty cell in its row. */
  sheet: z.string().optional(),
  place: z.number().optional(),
});
/** A row that could not be read; personal numbers in `value` show only their last 4 digits. */
export type Rejection = z.infer<typeof Rejection>;

/**
 * The table `rejections`: PK file, SK row (`ordinal` among the file's rows, because sheets may have the same row
 * numbers). Items are kept until the receipt's retention ends.
 */
export const rejectionsTable = (db: DynamoDBDocumentClient, table: string) => ({
  async record(file: string, rows: readonly (Rejection & { ordinal: number })[], expiresAt: number): Promise<void> {
    const items = rows.map(({ ordinal, row, ...rest }) => ({
      file,
      row: String(ordinal).padStart(9, '0'),
      number: row,
      ...rest,
      expiresAt,
    }));
    await batchWrite(db, table, items, (item) => item.row);
  },

  /** Yields the rows in the order of the file. */
  async *of(file: string): AsyncGenerator<Rejection> {
    for await (const items of queryPages(db, table, { file }))
      for (const item of items) yield Rejection.parse({ ...item, row: item['number'] });
  },
});
export type Rejections = ReturnType<typeof rejectionsTable>;

/** Rejections belong to one drop of a file, so those of an earlier drop are not included. */
export const rejectionsKey = ({ feed, file, version }: { feed: string; file: string; version: string }): string =>
  `${feed}/${file}#${version}`;
