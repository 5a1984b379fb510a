import { Readable } from 'node:stream';
import { judgeBody } from '#test/support/judge-body.ts';
import { readWhole, table } from './read-whole.ts';

export const CODE = '0901150498';
export const FUND = '0900111224';
export const PERSON = { kind: 'person', name: 'Nguyễn Văn An', number: '033085000018' };
export const ORGANISATION = { kind: 'organisation', name: 'CÔNG TY CỔ PHẦN QUỸ', number: FUND };

/** Reads a list of members or owners. */
export const registrations = (rows: readonly (readonly string[])[]) =>
  readWhole(table(rows), 'registrations', 'danh-sach.csv');

/** Judges a whole list before it is read. */
export const judged = (text: string, fileName = 'danh-sach.csv') =>
  judgeBody(
    Readable.from([Buffer.from(text)]),
    { folder: 'registrations', fileName, today: '2025-12-31' },
    { share: 0.9, rows: 100 },
    () => true,
  );
/** The shares of the holders, as they are read once the whole list is judged. */
export async function sharesOf(text: string, fileName = 'danh-sach.csv') {
  const { percentages } = await judged(text, fileName);
  const { records } = await readWhole(text, 'registrations', fileName, { percentages });
  return records.map((record) => record.feed === 'owners' && (record.holding ?? record.declared)?.share);
}
