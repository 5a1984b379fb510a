import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Bench } from './result.ts';
import { median } from './result.ts';

const ROUNDS = 15;
const MEGABYTE = 2 ** 20;
const ROOT = join(import.meta.dirname, '../..');
const REAL = join(ROOT, 'test/shared/domain/vietnamese/address/real-addresses.csv');
const GAZETTEER = join(ROOT, 'shared/domain/vietnamese/data/communes.ts');

/**
 * Measures the µs of CPU to parse one address, over real addresses of the home province and the country, as the median
 * of the rounds after warm-up. It also measures the gazetteer's cost at a cold start: its bytes, the ms to load the
 * module and to parse the first address, and the MB of memory for the home province and for all.
 */
export const bench: Bench = async () => {
  globalThis.gc?.();
  const [rssBefore, started] = [process.memoryUsage().rss, performance.now()];
  const { parseAddress } = await import('#shared/domain/vietnamese/address/parse-address.ts');
  const loaded = performance.now();
  parseAddress('Số 12, ngõ 5, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên');
  const [read, rssHome] = [performance.now(), process.memoryUsage().rss];
  const rows: { readonly name1: string; readonly name2: string }[] = parse(readFileSync(REAL, 'utf8'), {
    columns: true,
  });
  const texts = rows.flatMap(({ name1, name2 }) => [name1, name2]);
  const rounds = Array.from({ length: ROUNDS }, () => microseconds(() => texts.forEach((text) => parseAddress(text))));
  globalThis.gc?.();
  const rssAll = process.memoryUsage().rss;
  return {
    ours: round(median(rounds.slice(5)) / texts.length),
    peers: {},
    unit: 'µs an address',
    at: new Date().toISOString(),
    rssMB: round(rssAll / MEGABYTE),
    gazetteerBytes: statSync(GAZETTEER).size,
    loadMs: round(loaded - started),
    firstMs: round(read - loaded),
    homeMB: round((rssHome - rssBefore) / MEGABYTE),
  };
};

function microseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const round = (figure: number): number => Math.round(figure * 100) / 100;
