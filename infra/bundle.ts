import { glob, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/**
 * The settings by which all Lambda code is bundled. The SDK is included, so that the tested code is the deployed code.
 * Source maps are kept beside a release and not in the functions, where they would be most of the bytes.
 */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  external: [],
  plugins: [withoutFetch, credentialsOfLambda],
  minify: true,
  sourcemap: 'external',
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles every step of `functions` to `<to>/<step>/index.mjs`.
 * @param province the code of the province that the bundles are for
 * @param mapsTo the folder for the maps of the bundles; no local run reads one
 */
export async function bundle(
  root: string,
  to: string,
  { province, mapsTo }: { readonly province: string; readonly mapsTo?: string | undefined },
): Promise<void> {
  const folder = join(root, 'functions');
  const steps = (await Array.fromAsync(glob('*/env.ts', { cwd: folder }))).map(dirname).sort();
  await rm(to, { recursive: true, force: true });
  await Promise.all([
    build({
      ...BUNDLING,
      define: { HOME_PROVINCE_CODE: JSON.stringify(province) },
      sourcemap: mapsTo !== undefined && BUNDLING.sourcemap,
      absWorkingDir: root,
      entryPoints: steps.map((name) => ({ in: join(folder, name, 'index.ts'), out: join(name, 'index') })),
      outdir: to,
    }),
    bundlePageAssets(root, to),
  ]);
  if (mapsTo === undefined) return;
  await mkdir(mapsTo, { recursive: true });
  for (const name of steps) await rename(join(to, name, 'index.mjs.map'), join(mapsTo, `${name}.mjs.map`));
}

/** Writes the style sheet and the script that `serve-pages` sends to browsers, beside its code. */
export async function bundlePageAssets(root: string, to: string): Promise<void> {
  const from = join(root, 'functions', 'serve-pages', 'assets');
  const assets = join(to, 'serve-pages', 'assets');
  await mkdir(assets, { recursive: true });
  const { css } = await compileAsync(join(from, 'desk.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
  });
  await writeFile(join(assets, 'desk.css'), css);
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
