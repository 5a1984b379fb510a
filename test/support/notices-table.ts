import { type Notices, noticesTable } from '#shared/tables/notices.ts';
import { memoryDatabase, type TestDatabase } from './memory-database.ts';

/** A notices table of its own with its indexes. */
export async function newNoticesTable({ db, createTable }: TestDatabase = memoryDatabase()): Promise<{
  name: string;
  notices: Notices;
}> {
  const name = await createTable('notices');
  return { name, notices: noticesTable(db, name) };
}
