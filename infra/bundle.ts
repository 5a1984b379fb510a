import { glob, mkdir, rm, writeFile } from 'node:fs/promises';
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
 * The settings by which all Lambda code is bundled. The SDK is included, so that the tested code is the deployed code.
 * Source maps are beside the code but are not loaded by default, because they add 20 ms to a cold start.
 */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  external: [],
  plugins: [withoutFetch],
  minify: true,
  sourcemap: 'external',
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles every step of `functions` to `<to>/<step>/index.mjs`.
 * @param province the code of the province that the bundles are for
 * @param sourceMaps whether `index.mjs.map` is written beside it; no local run reads one, and they are four fifths of the bytes
 */
export async function bundle(
  root: string,
  to: string,
  { province, sourceMaps }: { readonly province: string; readonly sourceMaps: boolean },
): Promise<void> {
  const folder = join(root, 'functions');
  const steps = (await Array.fromAsync(glob('*/env.ts', { cwd: folder }))).map(dirname).sort();
  await rm(to, { recursive: true, force: true });
  await Promise.all([
    build({
      ...BUNDLING,
      define: { HOME_PROVINCE_CODE: JSON.stringify(province) },
      sourcemap: sourceMaps && BUNDLING.sourcemap,
      absWorkingDir: root,
      entryPoints: steps.map((name) => ({ in: join(folder, name, 'index.ts'), out: join(name, 'index') })),
      outdir: to,
    }),
    bundlePageAssets(root, to),
  ]);
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
