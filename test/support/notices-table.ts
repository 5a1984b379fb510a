import { type Notices, noticesTable } from '#shared/tables/notices.ts';
import { dynalite } from './dynalite.ts';

/** A notices table of its own with its indexes. */
export async function newNoticesTable(): Promise<{ name: string; notices: Notices }> {
  const { db, createTable } = await dynalite();
  const name = await createTable('notices');
  return { name, notices: noticesTable(db, name) };
}
