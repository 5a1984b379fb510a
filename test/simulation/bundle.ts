import { globSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { rememberingSource } from './remembering-bundle.ts';
import { FEW, SMALL_SCALE } from './small-scale.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const VIRTUAL = join(import.meta.dirname, 'virtual.ts');
const CRYPTO = join(import.meta.dirname, 'virtual-crypto.ts');
/** Services outside of AWS and expensive parts without effect on the result are replaced. */
const STAND_INS: Readonly<Record<string, string>> = {
  'shared/clients/bank-webhook.ts':
    "export const bankWebhook = () => (call) => globalThis[Symbol.for('haukiem.simulation.bank')](call);",
  'functions/issue-dossier/write-docx.ts':
    'export const writeDocx = async (dossier) => Buffer.from(JSON.stringify(dossier));',
  'shared/documents/report-docx.ts': 'export const reportDocx = async (report) => Buffer.from(JSON.stringify(report));',
  'shared/documents/report-book.ts': 'export const reportBook = (report) => Buffer.from(JSON.stringify(report));',
  // The desks are called by programs, which need no style sheet
  'functions/serve-pages/layout/read-assets.ts':
    'export const readAssets = () => ({ style: { path: "" }, script: { path: "" }, guides: {} });',
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
  '@aws-sdk/client-kms': 'export const KMSClient = function () { return Object.create(Real.KMSClient.prototype); };',
  '@aws-sdk/lib-storage': `import { PutObjectCommand } from '@aws-sdk/client-s3';
    export class Upload {
      constructor(asked) { this.asked = asked; }
      done() { return this.asked.client.send(new PutObjectCommand(this.asked.params)); }
    }`,
};

/**
 * Bundles every step to `<to>/<step>/index.mjs`, each exporting `compose()`, which makes a fresh execution environment
 * of it: the composition root as it is, in a function. Clock and timers are the simulation's.
 * @param altered the text of sources that are another one, by their paths
 * @throws {Error} where a limit that is to be small is in no source
 */
export async function bundleSteps(to: string, altered: ReadonlyMap<string, string> = new Map()): Promise<void> {
  await mkdir(to, { recursive: true });
  const steps = globSync('functions/*/index.ts', { cwd: ROOT });
  const left = new Set(Object.keys(SMALL_SCALE));
  await build({
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
    define: { setTimeout: 'simulatedTimeout', 'process.cpuUsage': 'simulatedProcessor' },
    logLevel: 'error',
    plugins: [virtualStandard, cheapPackages, sources(altered, left)],
  });
  if (left.size > 0) throw new Error(`No source declares ${[...left].join(', ')}`);
}

/** Timers and ids are the simulation's, so that a run can be replayed. */
const STANDARD: Readonly<Record<string, string>> = {
  'node:timers/promises': `export { wait as setTimeout } from ${JSON.stringify(VIRTUAL)};`,
  'node:crypto': `export * from ${JSON.stringify(CRYPTO)};`,
  // Nothing is packed tightly, which would cost more time than anything else
  'node:zlib': `export * from 'node:zlib';
    import { deflateRawSync as tightly } from 'node:zlib';
    export const deflateRawSync = (content, options) => tightly(content, { ...options, level: 0 });`,
};

const virtualStandard: Plugin = {
  name: 'virtual timers and ids',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(timers.promises|crypto|zlib)$/ }, ({ path, importer, namespace }) =>
      importer === CRYPTO || namespace === 'virtual' ? { path, external: true } : { path, namespace: 'virtual' },
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

const sources = (altered: ReadonlyMap<string, string>, left: Set<string>): Plugin => ({
  name: 'sources of a small province',
  setup({ onLoad }) {
    onLoad({ filter: /[/](functions|shared)[/].*[.]ts$/ }, async ({ path }) => {
      const file = relative(ROOT, path);
      const text = STAND_INS[file] ?? altered.get(file) ?? (await readFile(path, 'utf8'));
      const contents = rememberingSource(atSmallScale(text, left));
      return { contents: /^functions\/[^/]+\/index\.ts$/u.test(file) ? composed(contents) : contents, loader: 'ts' };
    });
  },
});

/** Gives the limits that a source declares, or sets as a property, their small values. */
function atSmallScale(text: string, left: Set<string>): string {
  let small = text;
  for (const [name, value] of Object.entries(SMALL_SCALE)) {
    const set = new RegExp(`(?<=\\b(?:const ${name} =|${name}:) )[\\d_]+(?=[;,])`, 'u');
    if (!set.test(small)) continue;
    left.delete(name);
    small = small.replace(set, String(value));
  }
  for (const [name, members] of Object.entries(FEW)) {
    const declared = `export const ${name}:`;
    if (small.includes(declared))
      small = `${small.replace(declared, `const all${name}:`)}\nexport const ${name} = ${members};\n`;
  }
  return small;
}

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
