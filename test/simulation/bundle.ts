import { globSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { rememberingSource } from './remembering-bundle.ts';
import { SMALL_SCALE } from './small-scale.ts';

/** A text in a source, with its replacement. */
export interface Patch {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The files that are part of each step, by its composition root. */
export type FilesByExport = ReadonlyMap<string, ReadonlySet<string>>;

const ROOT = join(import.meta.dirname, '..', '..');
const VIRTUAL = join(import.meta.dirname, 'virtual.ts');
const CRYPTO = join(import.meta.dirname, 'virtual-crypto.ts');
const REMEMBERED = join(import.meta.dirname, 'remembered.ts');
const POLICE = "globalThis[Symbol.for('haukiem.simulation.police')]";

/** Parts that cost time and do not affect the result. */
const UNPRESSED: readonly Patch[] = [
  {
    file: 'shared/tables/packed.ts',
    find: '(inside: Readonly<Record<string, unknown>>): Uint8Array =>',
    replace: '(inside: string): Uint8Array =>',
  },
  {
    file: 'shared/tables/packed.ts',
    find: 'deflated(JSON.stringify(inside))',
    replace: 'Buffer.from(inside)',
  },
  {
    file: 'shared/tables/packed.ts',
    find: 'Inside.parse(JSON.parse(inflated(bytes)))',
    replace: 'unpackedOnce(bytes, () => Inside.parse(JSON.parse(Buffer.from(bytes).toString())))',
  },
  {
    file: 'shared/tables/packed.ts',
    find: "import * as z from 'zod';",
    replace: `import * as z from 'zod'; import { unpackedOnce } from '${REMEMBERED}';`,
  },
  // A run may have the police's online service asked in place of their extract
  {
    file: 'functions/2-verify-people/index.ts',
    find: "police: env.POLICE_SOURCE === 'service' ? await service() : extract(),",
    replace: `police: {
      verify: async (...asked) => (${POLICE} ? await service() : extract()).verify(...asked),
    },`,
  },
  {
    file: 'shared/clients/police-verification.ts',
    find: 'export function policeVerification(settings: PoliceServiceSettings): AskPolice {',
    replace: `export const policeVerification = () => async (request) =>
      ${POLICE}(request, { PoliceServiceUnavailable, PoliceServiceRefused });
    function realVerification(settings: PoliceServiceSettings): AskPolice {`,
  },
  // A reader uses no processor time unless a run says so
  {
    file: 'functions/1-read-file/index.ts',
    find: 'const { user, system } = process.cpuUsage();',
    replace: "const [user, system] = [1000 * (globalThis[Symbol.for('haukiem.simulation.processor')] ?? 0), 0];",
  },
  // The desks are called by programs, which need no style sheet
  {
    file: 'functions/serve-pages/index.ts',
    find: "readAssets(join(import.meta.dirname, 'assets'))",
    replace: 'Object.fromEntries(["style", "script"].map((path) => [path, { path }]))',
  },
];

/** Services outside of AWS and expensive parts without effect on the result are replaced. */
const STAND_INS: Readonly<Record<string, string>> = {
  'shared/clients/bank-webhook.ts':
    "export const bankWebhook = () => (call) => globalThis[Symbol.for('haukiem.simulation.bank')](call);",
  'functions/issue-dossier/write-docx.ts':
    'export const writeDocx = async (dossier) => Buffer.from(JSON.stringify(dossier));',
  'shared/documents/report-docx.ts': 'export const reportDocx = async (report) => Buffer.from(JSON.stringify(report));',
  'shared/documents/report-book.ts': 'export const reportBook = (report) => Buffer.from(JSON.stringify(report));',
};

/** A command contains only its input, because its middleware is never run. */
function plainCommands(...names: readonly string[]): string {
  return names.map((name) => `export class ${name}Command { constructor(input) { this.input = input; } }`).join('\n');
}

/**
 * The SDK's classes are kept; their clients read no configuration, which costs more than a whole invocation. Middy sets
 * no timer that ends a function before its time limit: the simulation ends functions, and the timer of an ended one
 * would hold its whole run in memory for minutes.
 */
const PACKAGES: Readonly<Record<string, string>> = {
  '@middy/core': 'export default () => Real.default({ timeoutEarlyInMillis: 0 });',
  '@aws-sdk/client-dynamodb': 'export class DynamoDBClient { middlewareStack = { add: () => undefined }; }',
  '@aws-sdk/lib-dynamodb': `export const DynamoDBDocumentClient = { from: () => Object.create(Real.DynamoDBDocumentClient.prototype) };
    ${plainCommands('BatchGet', 'BatchWrite', 'Delete', 'Get', 'Put', 'Query', 'Scan', 'Update')}
    async function* pagesOf(Command, client, input) {
      let ExclusiveStartKey = input.ExclusiveStartKey;
      do {
        const page = await client.send(new Command({ ...input, ExclusiveStartKey }));
        yield page;
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
    }
    export const paginateQuery = ({ client }, input) => pagesOf(QueryCommand, client, input);
    export const paginateScan = ({ client }, input) => pagesOf(ScanCommand, client, input);`,
  '@aws-sdk/client-sqs': `export const SQSClient = function () { return Object.create(Real.SQSClient.prototype); };
    ${plainCommands('SendMessageBatch')}`,
  '@aws-sdk/client-s3': `export const S3Client = function () { return Object.create(Real.S3Client.prototype); };
    ${plainCommands('PutObject')}`,
  '@aws-sdk/client-secrets-manager':
    'export const SecretsManagerClient = function () { return Object.create(Real.SecretsManagerClient.prototype); };',
  '@aws-sdk/lib-storage': `import { PutObjectCommand } from '@aws-sdk/client-s3';
    export class Upload {
      constructor(asked) { this.asked = asked; }
      done() { return this.asked.client.send(new PutObjectCommand(this.asked.params)); }
    }`,
};

/**
 * Bundles every step to `<to>/<step>/index.mjs`, each exporting `compose()`, which makes a fresh execution environment
 * of it: the composition root as it is, in a function. Clock and timers are the simulation's.
 * @param among the sources of each step, of which only those with a patched one are bundled; undefined for all steps
 * @returns the sources of each bundled step
 * @throws {Error} where a patch finds nothing to change
 */
export async function bundleSteps(
  to: string,
  patches: readonly Patch[] = [],
  among?: FilesByExport,
): Promise<FilesByExport> {
  await mkdir(to, { recursive: true });
  const steps = globSync('functions/*/index.ts', { cwd: ROOT }).filter(
    (step) => !among || patches.some(({ file }) => among.get(step)?.has(file)),
  );
  const small = [...SMALL_SCALE, ...UNPRESSED];
  const left = new Set<Patch>([...small, ...patches]);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: steps.map((step) => ({ in: step, out: join(dirname(step).split('/').at(-1) ?? '', 'index') })),
    outdir: to,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    inject: [VIRTUAL],
    define: { setTimeout: 'simulatedTimeout' },
    logLevel: 'error',
    metafile: true,
    plugins: [virtualStandard, cheapPackages, patched(left)],
  });
  const unused = [...left].find((patch) => !among || !small.includes(patch));
  if (unused) throw new Error(`Nothing to change in ${unused.file}: ${unused.find}`);
  return new Map(steps.map((step) => [step, sourcesOf(step, metafile)]));
}

/** All files that a file imports, and itself. */
function sourcesOf(file: string, { inputs }: Metafile, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path } of inputs[file]?.imports ?? []) sourcesOf(path, { inputs, outputs: {} }, found);
  return found;
}

/** Timers and ids are the simulation's, so that a run can be replayed. */
const STANDARD: Readonly<Record<string, string>> = {
  'node:timers/promises': `export { wait as setTimeout } from ${JSON.stringify(VIRTUAL)};`,
  'node:crypto': `export * from ${JSON.stringify(CRYPTO)};`,
};

const virtualStandard: Plugin = {
  name: 'virtual timers and ids',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(timers.promises|crypto)$/ }, ({ path, importer }) =>
      importer === CRYPTO ? { path, external: true } : { path, namespace: 'virtual' },
    );
    onLoad({ filter: /.*/, namespace: 'virtual' }, ({ path }) => ({
      contents: STANDARD[path] ?? '',
      resolveDir: ROOT,
    }));
  },
};

const cheapPackages: Plugin = {
  name: 'cheap packages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@(aws-sdk|middy)[/]/ }, ({ path, namespace }) =>
      path in PACKAGES && namespace !== 'cheap' ? { path, namespace: 'cheap' } : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'cheap' }, ({ path }) => ({
      contents: `import * as Real from '${path}';\nexport * from '${path}';\n${PACKAGES[path]}`,
      resolveDir: ROOT,
    }));
  },
};

const patched = (left: Set<Patch>): Plugin => ({
  name: 'patched sources',
  setup({ onLoad }) {
    const all = [...left];
    onLoad({ filter: /[/](functions|shared)[/].*[.]ts$/ }, async ({ path }) => {
      const file = relative(ROOT, path);
      let contents = STAND_INS[file] ?? (await readFile(path, 'utf8'));
      for (const patch of all.filter((one) => one.file === file)) {
        if (!contents.includes(patch.find)) continue;
        contents = contents.replace(patch.find, () => patch.replace);
        left.delete(patch);
      }
      contents = rememberingSource(file, contents);
      return { contents: /^functions\/[^/]+\/index\.ts$/u.test(file) ? composed(contents) : contents, loader: 'ts' };
    });
  },
});

/** Wraps the body of a composition root in a function. */
function composed(source: string): string {
  const imports = /^import[\s\S]*?;$/gmu;
  const end = [...source.matchAll(imports)].reduce(
    (last, { index, 0: text }) => Math.max(last, index + text.length),
    0,
  );
  const body = source.slice(end).replace('export const handler', 'const handler');
  return `${source.slice(0, end)}\nexport const compose = async () => {${body}\nreturn handler;\n};\n`;
}
