import { type Notices, noticesTable } from '#shared/tables/notices.ts';
import { dynalite } from './dynalite.ts';

/** A notices table of its own with its indexes. */
export async function newNoticesTable(): Promise<{ name: string; notices: Notices }> {
  const { db, createTable } = await dynalite();
  const name = await createTable('notices', { partition: 'receiver', sort: 'noticeId' }, [
    { name: 'feed', partition: 'receiver', sort: 'position' },
    { name: 'waiting', partition: 'waiting', sort: 'position' },
    { name: 'open', partition: 'openFor', sort: 'openAt' },
    { name: 'review', partition: 'reviewShard', sort: 'reviewAt' },
  ]);
  return { name, notices: noticesTable(db, name) };
}
