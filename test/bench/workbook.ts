import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { registrationsXlsx } from './registrations-xlsx.ts';
import type { Bench } from './result.ts';

const ROWS = 5000;
const root = join(import.meta.dirname, '..', '..');

/** Writes what the process has used, its threads included, when it ends. */
const REPORT = `import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeFileSync(process.env.USAGE_FILE, JSON.stringify(process.resourceUsage())));`;

interface ResourceUsage {
  readonly userCPUTime: number;
  readonly systemCPUTime: number;
  /** The peak memory in kilobytes. */
  readonly maxRSS: number;
}

/**
 * Measures how many registrations of one workbook the whole embedded run handles in a second of CPU time (a machine
 * with two free cores needs half that time), compared with only reading the same workbook. `cpuSeconds`, `fixedSeconds`
 * (an inbox of one row) and `rssMB` are the run's own.
 */
export const bench: Bench = async () => {
  const bytes = registrationsXlsx(ROWS);
  const before = process.cpuUsage();
  const alone = await readAll(bytes);
  const { user, system } = process.cpuUsage(before);
  if (alone !== ROWS) throw new Error(`${alone} rows read, ${ROWS} written`);
  const fixed = runOf(registrationsXlsx(1));
  const whole = runOf(bytes);
  const seconds = ({ userCPUTime, systemCPUTime }: ResourceUsage) => (userCPUTime + systemCPUTime) / 1e6;
  const [ours, reading] = [ROWS / (seconds(whole) - seconds(fixed)), (ROWS * 1e6) / (user + system)];
  return {
    ours: Math.round(ours),
    peers: { 'reading alone': Math.round(reading) },
    ratio: Number((ours / reading).toFixed(4)),
    unit: 'rows/s of CPU',
    at: new Date().toISOString(),
    cpuSeconds: Math.round(seconds(whole)),
    fixedSeconds: Math.round(seconds(fixed)),
    rssMB: Math.round(whole.maxRSS / 1024),
  };
};

const readAll = async (bytes: Buffer): Promise<number> => {
  let rows = 0;
  const source = { folder: 'registrations', fileName: 'a.xlsx', today: '2025-12-31' } as const;
  for await (const events of readFeed(Readable.from([bytes]), source))
    rows += events.filter(({ type }) => type !== 'opened').length;
  return rows;
};

const MEMORY_SETTINGS = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_TRIM_THRESHOLD_: '262144' };

const runOf = (workbook: Buffer): ResourceUsage => {
  const folder = temporaryFolder('workbook');
  try {
    mkdirSync(join(folder, 'inbox', 'registrations'), { recursive: true });
    writeFileSync(join(folder, 'inbox', 'registrations', 'a.xlsx'), workbook);
    writeFileSync(join(folder, 'report.mjs'), REPORT);
    const words = ['--inbox', join(folder, 'inbox'), '--out', join(folder, 'out'), '--as-of', '2025-12-31'];
    const { status, stderr } = spawnSync(
      process.execPath,
      // The options are those of `npm start` (`bootstrap.mjs`), as are the settings
      ['--max-semi-space-size=4', '--import', join(folder, 'report.mjs'), join(root, 'infra/local/start.ts'), ...words],
      {
        cwd: root,
        env: { ...MEMORY_SETTINGS, ...process.env, USAGE_FILE: join(folder, 'usage.json') },
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(stderr.slice(-1000));
    return JSON.parse(readFileSync(join(folder, 'usage.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
