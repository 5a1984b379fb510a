import { copyFile, glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { compileAsync } from 'sass';

/**
 * Takes `node:http` as the object that it is. An ES module that imports it makes Node read all its exports, and one of them
 * loads the whole client of `fetch`, which takes a tenth of a cold start and is hardly ever needed.
 */
const withoutFetch: Plugin = {
  name: 'without-fetch',
  setup(bundler) {
    bundler.onResolve({ filter: /^(?:node:)?http$/ }, () => ({ path: 'node:http', namespace: 'without-fetch' }));
    bundler.onLoad({ filter: /^/, namespace: 'without-fetch' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('${path}');`,
    }));
  },
};

/**
 * Takes credentials from Lambda's environment alone. The SDK's own chain also reads files and asks services for them, which
 * a function never needs, and is a tenth of its code.
 */
const credentialsOfLambda: Plugin = {
  name: 'credentials-of-lambda',
  setup(bundler) {
    bundler.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ resolveDir }) => ({
      path: 'credentials',
      namespace: 'credentials-of-lambda',
      pluginData: { resolveDir },
    }));
    bundler.onLoad({ filter: /^/, namespace: 'credentials-of-lambda' }, ({ pluginData: { resolveDir } }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir,
    }));
  },
};

/** What libraries bring along and no function asks for: JSON schemas of zod's schemas, and streams of events of the SDK. */
const withoutUnasked: Plugin = {
  name: 'without-unasked',
  setup(bundler) {
    bundler.onLoad({ filter: /zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
    bundler.onLoad({ filter: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/ }, () => ({
      contents: 'exports.resolveEventStreamSerdeConfig = (config) => config;',
    }));
  },
};

/**
 * The settings by which all Lambda code is bundled. The SDK is included, so that the tested code is the deployed code.
 * Source maps are kept beside a release and not in the functions, where they would be most of the bytes.
 */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Vietnamese letters as they are, and not as escapes of six bytes each
  charset: 'utf8',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  external: [],
  // The signer of upload forms asks for an older copy of the client, which would double it
  alias: { '@aws-sdk/client-s3': '@aws-sdk/client-s3' },
  plugins: [withoutFetch, credentialsOfLambda, withoutUnasked],
  minify: true,
  sourcemap: 'external',
  logLevel: 'warning',
} satisfies BuildOptions;

const PAGES = 'serve-pages';

interface BundleSettings {
  /** The code of the province that the bundles are for. */
  readonly province: string;
  /** The folder for the maps of the bundles; no local run reads one. */
  readonly mapsTo?: string | undefined;
  /** What a local run bundles otherwise. */
  readonly plugins?: readonly Plugin[];
}

/** Bundles every step of `functions` to `<to>/<step>/index.mjs` and returns their names. */
export async function bundle(
  root: string,
  to: string,
  { province, mapsTo, plugins = [] }: BundleSettings,
): Promise<readonly string[]> {
  const folder = join(root, 'functions');
  const steps = (await Array.fromAsync(glob('*/env.ts', { cwd: folder }))).map(dirname).sort();
  await rm(to, { recursive: true, force: true });
  const settings = {
    ...BUNDLING,
    define: { HOME_PROVINCE_CODE: JSON.stringify(province) },
    plugins: [...BUNDLING.plugins, ...plugins],
    sourcemap: mapsTo !== undefined && BUNDLING.sourcemap,
    absWorkingDir: root,
  };
  const entryOf = (step: string) => ({ in: join(folder, step, 'index.ts'), out: join(step, 'index') });
  await Promise.all([
    build({ ...settings, entryPoints: steps.filter((step) => step !== PAGES).map(entryOf), outdir: to }),
    // Built alone, so that its parts for rare pages, such as the writer of letters, lie in its own folder
    build({
      ...settings,
      splitting: true,
      chunkNames: `${PAGES}/[name]-[hash]`,
      entryPoints: steps.filter((step) => step === PAGES).map(entryOf),
      outdir: to,
    }),
    bundlePageAssets(root, to),
  ]);
  if (mapsTo === undefined) return steps;
  await mkdir(mapsTo, { recursive: true });
  for await (const map of glob('*/*.mjs.map', { cwd: to })) {
    const step = dirname(map);
    await rename(join(to, map), join(mapsTo, basename(map).replace(/^index\b/u, step)));
  }
  return steps;
}

/** Writes the style sheet, the script and the guides that `serve-pages` sends to browsers, beside its code. */
export async function bundlePageAssets(root: string, to: string): Promise<void> {
  const from = join(root, 'functions', PAGES, 'assets');
  const assets = join(to, PAGES, 'assets');
  await mkdir(assets, { recursive: true });
  const { css } = await compileAsync(join(from, 'desk.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  await writeFile(join(assets, 'desk.css'), css);
  const guides = join(root, 'docs', 'ban-lam-viec');
  for await (const file of glob('*.md', { cwd: guides })) await copyFile(join(guides, file), join(assets, file));
  await build({
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    logLevel: 'warning',
    entryPoints: [join(from, 'desk.js')],
    outfile: join(assets, 'desk.js'),
  });
}
