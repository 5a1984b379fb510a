import { copyFile, glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { compileAsync } from 'sass';
import {
  credentialsOfLambda,
  mainPartition,
  schemasOfCalls,
  tablesBeside,
  withoutFetch,
  withoutUnasked,
} from './bundle-plugins.ts';

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
  plugins: [withoutFetch, credentialsOfLambda, withoutUnasked, schemasOfCalls, mainPartition, tablesBeside],
  minify: true,
  assetNames: '[name]-[hash]',
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

/** The code of a step, and what it is made of. */
export interface Bundled {
  readonly step: string;
  readonly metafile: Metafile;
}

/** Bundles every step of `functions` to `<to>/<step>/index.mjs`. */
export async function bundle(
  root: string,
  to: string,
  { province, mapsTo, plugins = [] }: BundleSettings,
): Promise<readonly Bundled[]> {
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
  // Each step is built alone, so that its parts that are loaded later and its tables lie in its own folder
  const buildOne = async (step: string): Promise<Bundled> => {
    const entry = { in: join(folder, step, 'index.ts'), out: 'index' };
    const { metafile } = await build({
      ...settings,
      splitting: true,
      chunkNames: '[name]-[hash]',
      metafile: true,
      entryPoints: [entry],
      outdir: join(to, step),
    });
    return { step, metafile };
  };
  const [built] = await Promise.all([Promise.all(steps.map(buildOne)), bundlePageAssets(root, to)]);
  if (mapsTo === undefined) return built;
  for await (const map of glob('*/*.mjs.map', { cwd: to })) {
    await mkdir(join(mapsTo, dirname(map)), { recursive: true });
    await rename(join(to, map), join(mapsTo, map));
  }
  return built;
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
