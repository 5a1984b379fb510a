import { DeleteTableCommand, DescribeContinuousBackupsCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { isDeepStrictEqual } from 'node:util';
import { itemAt, removeItem } from '#shared/tables/conditional-write.ts';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { copyTable, restoreTable } from '../restore-tables.ts';
import { type Patience, until } from './until.ts';

/** A table that nothing writes to while no file is read. */
export const RESTORED = 'subscribers';

/** Removes an item of a table and has it restored. @returns the number of items of the restored table */
export async function restoreOne(smoke: Patience): Promise<number> {
  const { db, dynamodb, tables } = smoke.system;
  const [table, copy] = [tables[RESTORED], `${tables[RESTORED]}-smoke-${Date.now()}`];
  const now = new Date();
  await until(smoke, 'bản sao lưu', async () => {
    const asked = await dynamodb.send(new DescribeContinuousBackupsCommand({ TableName: table }));
    const latest = asked.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.LatestRestorableDateTime;
    return latest && latest >= now ? latest : undefined;
  });
  await copyTable(dynamodb, { table, copy });
  try {
    const { Items: [item] = [] } = await db.send(new ScanCommand({ TableName: table, Limit: 1 }));
    if (!item) throw new UserFacingError(`Bảng ${RESTORED} không có mục nào.`);
    const key = keyOfItem(RESTORED, item);
    await removeItem(db, table, key);
    const { back } = await restoreTable(db, { name: RESTORED, table, copy });
    if (!isDeepStrictEqual(await itemAt(db, table, key), item))
      throw new UserFacingError(`Bảng ${RESTORED} không được đưa về như trước.`);
    return back;
  } finally {
    await dynamodb.send(new DeleteTableCommand({ TableName: copy }));
  }
}
