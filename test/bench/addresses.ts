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
 * Addresses: µs of CPU to read one, over real ones of home and country, median of the rounds after the compiler has settled. Beside it what the
 * gazetteer costs a cold start: its bytes, ms to load the module and to read the first address of home, MB of memory for home and for all.
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
