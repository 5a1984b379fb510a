import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { startWriting } from './ingest-writes.ts';
import { type Bench, processorTime } from './result.ts';
import { registrationsCsv } from './registrations-csv.ts';

const ROWS = 100_000;
const RUNS = 5;
const CHUNK = 64 * 1024;

/** With writes the SDK takes about ten times the reader's time, so a part of the rows suffices. */
const WRITTEN_ROWS = 20_000;
const WRITTEN_RUNS = 3;

/**
 * The number of rows of a registrations file that one core parses, recognises, validates and reports in a second of
 * processor time, compared with csv-parse alone. `withWrites` also writes the facts in batches and sends a message for
 * each company, as the step does, to an endpoint in another thread that accepts everything at once.
 */
export const bench: Bench = async () => {
  const bytes = Buffer.from(registrationsCsv(ROWS), 'utf8');
  const [ours, alone] = [await best(ROWS, RUNS, () => readAll(bytes)), await best(ROWS, RUNS, () => parseAll(bytes))];
  return {
    ours: Math.round(ours),
    peers: { 'csv-parse': Math.round(alone) },
    ratio: Number((ours / alone).toFixed(3)),
    unit: 'rows/s',
    at: new Date().toISOString(),
    withWrites: Math.round(await rowsWritten()),
    rssMB: Math.round(process.memoryUsage().rss / 1024 / 1024),
  };
};

const best = async (rows: number, runs: number, run: () => Promise<number>): Promise<number> => {
  let fastest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < runs; index += 1) {
    const start = processorTime();
    const done = await run();
    if (done !== rows) throw new Error(`${done} rows read, ${rows} written`);
    fastest = Math.min(fastest, processorTime() - start);
  }
  return (rows * 1000) / fastest;
};

const rowsWritten = async (): Promise<number> => {
  const bytes = Buffer.from(registrationsCsv(WRITTEN_ROWS), 'utf8');
  const { read, stop } = await startWriting();
  const rate = await best(WRITTEN_ROWS, WRITTEN_RUNS, () => read(chunks(bytes)));
  const items = await stop();
  if (items < WRITTEN_ROWS * WRITTEN_RUNS) throw new Error(`${items} facts written`);
  return rate;
};

const readAll = async (bytes: Buffer): Promise<number> => {
  let rows = 0;
  const source = { folder: 'registrations', fileName: 'bench.csv', today: '2025-12-31' } as const;
  for await (const events of readFeed(chunks(bytes), source))
    rows += events.filter(({ type }) => type !== 'opened').length;
  return rows;
};

const parseAll = async (bytes: Buffer): Promise<number> => {
  let records = -1;
  for await (const _ of chunks(bytes).pipe(parse({ bom: true }))) records += 1;
  return records;
};

const chunks = (bytes: Buffer): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / CHUNK) }, (_, index) =>
      bytes.subarray(index * CHUNK, (index + 1) * CHUNK),
    ),
  );
