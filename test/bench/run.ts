import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from '#test/support/command-line.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { benchmarksPage } from './benchmarks-page.ts';
import type { Bench, BenchResult } from './result.ts';

const USAGE = 'npm run bench -- [NAME…] [--json FILE] [--page] [--world DIR …] [--known-by DAYS] [--companies N]';
// The order in which they are run and printed; a benchmark that isn't there yet is named as unknown.
const NAMES = [
  'names',
  'rules',
  'rings',
  'ingest',
  'workbook',
  'flow',
  'cold-start',
  'cost',
  'fixed-cost',
  'growth',
  'province',
  'addresses',
  'lead',
  'worlds',
  'plan',
  'pages',
];
/** Benchmarks that need a world or much memory and run only when they are named. */
const ON_DEMAND = new Set(['lead', 'plan', 'province', 'worlds']);

/**
 * `npm run bench -- [NAME…] [--json FILE] [--page]`: runs the named benchmarks, else all there are; prints a table, and
 * writes it to `docs/benchmarks.md` where the page is asked for.
 */
async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = commandLine(USAGE, {
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      page: { type: 'boolean' },
      world: { type: 'string', multiple: true },
      'known-by': { type: 'string' },
      daily: { type: 'boolean' },
      companies: { type: 'string' },
    },
  });
  const there = namesThere();
  const unknown = positionals.filter((name) => !there.includes(name));
  if (unknown.length > 0) {
    console.error(`No such benchmark: ${unknown.join(', ')}. There are: ${there.join(', ')}.`);
    return 1;
  }
  const results: Record<string, BenchResult> = {};
  const named = positionals.length > 0 ? positionals : there.filter((name) => !ON_DEMAND.has(name));
  for (const name of named) {
    if (named.length > 1) {
      Object.assign(results, inOwnProcess(name, args, positionals));
      continue;
    }
    process.stderr.write(`${name} …\n`);
    const bench = await load(name);
    results[name] = await bench({
      worlds: values.world,
      knownBy: values['known-by'],
      daily: values.daily,
      ...(values.companies !== undefined && { companies: Number(values.companies) }),
    });
  }
  console.table(Object.fromEntries(Object.entries(results).map(([name, result]) => [name, row(result)])));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
  if (values.page) writeFileSync(join(import.meta.dirname, '../../docs/benchmarks.md'), benchmarksPage(results));
  return 0;
}

/** Each benchmark runs in its own process, because memory and compiled code of one slow the next by up to a half. */
function inOwnProcess(
  name: string,
  args: readonly string[],
  positionals: readonly string[],
): Record<string, BenchResult> {
  const folder = temporaryFolder('bench');
  const json = join(folder, 'result.json');
  const options = args.filter((arg) => !positionals.includes(arg) && arg !== '--page');
  const own = [...process.execArgv, import.meta.filename, ...options, '--json', json, name];
  try {
    const { status } = spawnSync(process.execPath, own, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`${name} failed`);
    const result: Record<string, BenchResult> = JSON.parse(readFileSync(json, 'utf8'));
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const namesThere = (): string[] => {
  const files = readdirSync(import.meta.dirname);
  return NAMES.filter((name) => files.includes(`${name}.ts`));
};

const load = async (name: string): Promise<Bench> => {
  const module: { readonly bench: Bench } = await import(`./${name}.ts`);
  return module.bench;
};

const row = (result: BenchResult): Record<string, string | number> => {
  const { ours, peers, floor, ratio, unit, rssMB, precision, recall } = result;
  return {
    ours,
    unit,
    peers: Object.entries(peers)
      .map(([peer, figure]) => `${peer} ${figure}`)
      .join(', '),
    ratio: ratio ?? '–',
    rssMB,
    ...(floor === undefined ? {} : { floor }),
    ...(precision === undefined ? {} : { precision }),
    ...(recall === undefined ? {} : { recall }),
  };
};

process.exitCode = await run(process.argv.slice(2));
