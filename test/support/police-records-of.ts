import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type PoliceRecords, policeRecordsTable } from '#shared/tables/police-records.ts';
import { EVERY_DROP_COUNTS } from './every-drop-counts.ts';
import { memoryDatabase } from './memory-database.ts';
import { watched } from './watched-database.ts';

export interface CountedRecords {
  readonly records: PoliceRecords;
  /** How often the table was asked since the records were written. */
  requests: number;
}

/** A table of police records with these rows, which counts what it is asked. */
export async function policeRecordsOf(rows: Parameters<PoliceRecords['record']>[0]): Promise<CountedRecords> {
  const { db, createTable } = memoryDatabase();
  const counted = { requests: 0 };
  const asked = watched(db, () => void (counted.requests += 1));
  const records = policeRecordsTable(asked, await createTable('policeRecords'), keyedHash('secret'), EVERY_DROP_COUNTS);
  await records.record(rows, 2_000_000_000);
  counted.requests = 0;
  return Object.assign(counted, { records });
}
