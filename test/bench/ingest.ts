import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import type { Bench } from './result.ts';
import { registrationsCsv } from './registrations-csv.ts';

const ROWS = 100_000;
const RUNS = 5;
const CHUNK = 64 * 1024;

/** Rows a second of a registrations file, parsed, recognised, validated and reported on one core, against csv-parse alone. */
export const bench: Bench = async () => {
  const bytes = Buffer.from(registrationsCsv(ROWS), 'utf8');
  const [ours, alone] = [await best(() => readAll(bytes)), await best(() => parseAll(bytes))];
  return {
    ours: Math.round(ours),
    peers: { 'csv-parse': Math.round(alone) },
    ratio: Number((ours / alone).toFixed(3)),
    unit: 'rows/s',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1024 / 1024),
  };
};

const best = async (run: () => Promise<number>): Promise<number> => {
  let fastest = Number.POSITIVE_INFINITY;
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    const rows = await run();
    if (rows !== ROWS) throw new Error(`${rows} rows read, ${ROWS} written`);
    fastest = Math.min(fastest, performance.now() - start);
  }
  return (ROWS * 1000) / fastest;
};

const readAll = async (bytes: Buffer): Promise<number> => {
  let rows = 0;
  const source = { folder: 'registrations', fileName: 'bench.csv', today: '2025-12-31' } as const;
  for await (const event of readFeed(chunks(bytes), source)) if (event.type !== 'opened') rows += 1;
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
