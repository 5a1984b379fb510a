import { cpus } from 'node:os';
import type { BenchResult } from './result.ts';
import { wayOfACompany } from './way-of-a-company.ts';

/** The page `docs/benchmarks.md`, made from the results of one run. */
export function benchmarksPage(results: Readonly<Record<string, BenchResult>>): string {
  const [processor] = cpus();
  const compared = Object.entries(results).flatMap(([name, { ratio }]) =>
    ratio === undefined ? [] : [[name, ratio] as const],
  );
  return [
    '# Benchmarks',
    '',
    '<!-- Made by `npm run bench -- --page`, from one run. -->',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version}, ${cpus().length} × ${processor?.model ?? 'unknown processor'}, beside whatever else that machine did: compare the ratios, which are of one run, and not the figures.`,
    '',
    '| benchmark | ours | unit | peers | ratio | floor | memory, MB |',
    '|---|---:|---|---|---:|---:|---:|',
    ...Object.entries(results).map(
      ([name, { ours, unit, peers, ratio, floor, rssMB }]) =>
        `| \`${name}\` | ${ours} | ${unit} | ${Object.entries(peers)
          .map(([peer, figure]) => `${peer} ${figure}`)
          .join(', ')} | ${ratio ?? ''} | ${floor ?? ''} | ${rssMB} |`,
    ),
    '',
    ...chart(
      'Ratio to the peer or the floor',
      compared.map(([name]) => name),
      compared.map(([, ratio]) => ratio),
    ),
    ...(results['cost'] ? costOf(results['cost']) : []),
  ].join('\n');
}

function costOf(cost: BenchResult): readonly string[] {
  const kinds = Object.entries(cost['usdByKind'] ?? {}).filter(([, usd]) => Number(usd) >= 0.05);
  return [
    '## What a registered company costs',
    '',
    `US$ ${cost.ours} a million registrations where the other feeds are there, and ${String(cost['allFeeds'])} with all feeds; the floor of one write and one read a step is ${cost.floor}.`,
    '',
    ...chart(
      'US$ a million by kind',
      kinds.map(([kind]) => kind),
      kinds.map(([, usd]) => Number(usd)),
    ),
    '## The way of a company',
    '',
    'Each request of one registered company, from its file to the bank, the dearest first.',
    '',
    ...wayOfACompany(cost),
    '',
  ];
}

/** A chart that the viewers of Markdown draw. */
const chart = (title: string, names: readonly string[], values: readonly number[]): readonly string[] => [
  '```mermaid',
  'xychart-beta horizontal',
  `    title "${title}"`,
  `    x-axis [${names.map((name) => `"${name}"`).join(', ')}]`,
  `    bar [${values.join(', ')}]`,
  '```',
  '',
];
