import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { chunksOf } from '#shared/runtime/in-parallel.ts';
import { HEADINGS, type MadeCompany, makeCompany } from './made-company.ts';

type Feed = (typeof FEED_FOLDERS)[number];

export const FEEDS_BUT_REGISTRATIONS: readonly Feed[] = FEED_FOLDERS.filter((feed) => feed !== 'registrations');

/** The rows of one file, some thousands as in senders' real files. */
const COMPANIES_A_FILE = 250;

interface Part {
  readonly feeds?: readonly Feed[];
  /** The indexes of the first company and of the one after the last. */
  readonly from?: number;
  readonly to?: number;
}

/**
 * Writes the feeds of a made-up province, all by default; the same size gives the same files. @returns the number of
 * files
 */
export function writeProvince(inbox: string, companies: number, part: Part = {}): number {
  const { feeds = FEED_FOLDERS, from = 0, to = companies } = part;
  let files = 0;
  const made = Array.from({ length: to - from }, (_, index) => makeCompany(from + index, companies));
  for (const [number, some] of chunksOf(made, COMPANIES_A_FILE).entries()) {
    for (const [path, lines] of filesOf(some, `${from}-${String(number).padStart(4, '0')}`)) {
      if (lines.length <= 1 || !feeds.some((feed) => path.startsWith(`${feed}/`))) continue;
      const file = join(inbox, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `\uFEFF${lines.join('\r\n')}\r\n`);
      files += 1;
    }
  }
  return files;
}

const filesOf = (companies: readonly MadeCompany[], number: string): [path: string, lines: string[]][] => [
  [`registrations/${number}.csv`, rows('registrations', companies)],
  [`identities/${number}.csv`, rows('identities', companies)],
  [`activities/${number}.csv`, rows('activities', companies)],
  [`subscribers/${number}.csv`, rows('subscribers', companies)],
  [`accounts/so-tai-khoan-${number}.csv`, rows('accounts', companies)],
  [`accounts/dong-tien-${number}.csv`, rows('flows', companies)],
  [`suspicious-accounts/${number}.csv`, rows('listed', companies)],
];

const rows = (kind: keyof MadeCompany, companies: readonly MadeCompany[]): string[] => [
  HEADINGS[kind],
  ...companies.flatMap((company) => company[kind]),
];
