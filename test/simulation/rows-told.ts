import { tableNamed } from './end-state.ts';
import { sentTo, type Writing } from './writing.ts';

/** The table of a feed's facts, and the queue of the messages about its companies. */
const OF_FEED: Readonly<Record<string, { readonly facts: string; readonly told: string }>> = {
  registrations: { facts: 'Companies', told: '2-verify-people' },
  activities: { facts: 'Companies', told: '3-assess-company' },
};
/** The feeds whose facts do not say from which row they are. */
const WITHOUT_ORIGIN = new Set(['subscribers']);
/** A day that does not exist, or whose month is written first and cannot be a day. */
const REJECTED = /31\/02\/|khong phai ngay|\b\d\d\/(?:1[3-9]|2\d|3[01])\/\d{4}/u;

/** Whether every reader rejects the row. */
export const isRejected = (row: string): boolean => REJECTED.test(row);

/** Finds missing facts or messages of the rows that a reader reports as done; undefined where nothing is missing. */
export function rowsLeftOut(writing: Writing): string | undefined {
  const { before, after, trace, world } = writing;
  const [feed, file] = [String(after['feed']), String(after['file'])];
  // The file may hold the stopped drop by now, of which other rows are rejected
  if (world.stopped.has(`${feed}/${file}`)) return undefined;
  const of = OF_FEED[feed];
  const read = (after['counts'] as { read: number }).read;
  const isSameReading = before?.['version'] === after['version'] && before?.['startedAt'] === after['startedAt'];
  const from = isSameReading ? ((before?.['counts'] as { read?: number } | undefined)?.read ?? 0) : 0;
  if (read <= from || after['state'] === 'stopped' || after['state'] === 'unreadable') return undefined;
  const text = world.objects.get(world.design.inbox, `${feed}/${file}`)?.toString() ?? '';
  // What a slow reader of an earlier drop repeats of the last one is taken back with that drop; it asks for another reading
  const isTakenBack = after['replacesEarlier'] !== undefined;
  const isKept = !isTakenBack && !WITHOUT_ORIGIN.has(feed) && !isRejected(text.split('\n')[read] ?? '');
  if (isKept && !isWritten(`${feed}/${file}`, read + 1, writing)) return `row ${read + 1} is written`;
  if (!of) return undefined;
  const rows = text
    .split('\n')
    .slice(1 + from, 1 + read)
    .filter((row) => !isRejected(row));
  const codes = new Set(rows.map((row) => codeIn(row)).filter((code) => code !== ''));
  const facts = [...trace.written.keys()].filter((place) => place.startsWith(`${tableNamed(world, of.facts)} `));
  const told = new Set(sentTo(writing, of.told).map(({ enterpriseCode }) => enterpriseCode));
  for (const code of codes) {
    if (!facts.some((place) => place.includes(code))) return `the facts of ${code} are written`;
    if (!told.has(code)) return `${of.told} is asked about ${code}`;
  }
  return undefined;
}

/** The company of a row, with the zeros that a wrong file may have lost. */
export const codeIn = (row: string): string => {
  const code = row.split(',')[0] ?? '';
  return code === '' ? '' : code.padStart(10, '0');
};

/** Whether the reader has written a fact of the row; the heading is row 1. */
const isWritten = (file: string, row: number, { trace }: Writing): boolean =>
  [...trace.written.values()].some((item) => {
    const from = item?.['from'] as { readonly file?: string; readonly row?: number } | undefined;
    return from?.file === file && from.row === row;
  });
