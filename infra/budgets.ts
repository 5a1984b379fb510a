import type { Metafile } from 'esbuild';
import type { Bundled } from './bundle.ts';

/**
 * The most kilobytes of code that a function may load at its start: what tables, queues and contracts need. A larger
 * bundle is a slower first answer, so a number is raised only with a reason.
 */
const BUNDLE_KB = 320;

/** The numbers of the functions that also read files, apply rules, write documents, push notices or show pages. */
const LARGER_KB: Readonly<Record<string, number>> = {
  '1-read-file': 703,
  '2-verify-people': 497,
  '3-assess-company': 687,
  '4-notify-police': 402,
  '5-notify-banks': 385,
  'append-entries': 422,
  'deliver-notice': 361,
  'issue-dossier': 737,
  'issue-report': 615,
  'receiver-api': 498,
  'record-reply': 366,
  'serve-pages': 669,
  'survey-province': 352,
  'sweep-due': 517,
};

const mostOf = (step: string): number => LARGER_KB[step] ?? BUNDLE_KB;

/**
 * The most that the files of a ring of four companies and of an honest one may cause on their way: requests to tables, their
 * kilobytes, and messages. A number is raised only with a reason.
 */
export const MOST_USED = { requests: 644, kilobytes: 375, messages: 68 } as const;

/** How many of the largest parts of a bundle a report names. */
const LARGEST = 6;

/**
 * The size of each bundle at its start and its largest parts.
 * @throws {Error} where one is larger than its number
 */
export function checkBundles(bundles: readonly Bundled[]): string {
  const sizes = bundles.map(({ step, metafile }) => {
    const loaded = loadedAtStart(metafile);
    return { step, loaded, kb: inKilobytes(loaded.reduce((sum, { bytes }) => sum + bytes, 0)) };
  });
  const above = sizes.filter(({ step, kb }) => kb > mostOf(step));
  if (above.length > 0) {
    const lines = above.map(({ step, kb }) => `${step}: ${kb} KB, allowed ${mostOf(step)}`);
    throw new Error(`Bundles above their number in infra/budgets.ts:\n${lines.join('\n')}`);
  }
  return sizes.map(({ step, kb, loaded }) => `${step}: ${kb} KB, ${largestParts(loaded)}`).join('\n');
}

const inKilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

type Output = Metafile['outputs'][string];

/** The files that a bundle loads at its start: its entry and what that imports, directly or not. */
function loadedAtStart({ outputs }: Metafile): readonly Output[] {
  const loaded = new Set(Object.keys(outputs).filter((path) => path.endsWith('/index.mjs')));
  for (const file of loaded) {
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) loaded.add(path);
    }
  }
  return [...loaded].flatMap((path) => outputs[path] ?? []);
}

/** The largest packages and folders of the tree. */
function largestParts(loaded: readonly Output[]): string {
  const parts = new Map<string, number>();
  for (const [input, { bytesInOutput }] of loaded.flatMap(({ inputs }) => Object.entries(inputs))) {
    const part = partOf(input);
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return [...parts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, LARGEST)
    .map(([part, bytes]) => `${part} ${inKilobytes(bytes)}`)
    .join(', ');
}

const partOf = (input: string): string =>
  /node_modules\/((?:@[^/]+\/)?[^/]+)(?!.*node_modules)/u.exec(input)?.[1] ?? input.split('/').slice(0, 3).join('/');
