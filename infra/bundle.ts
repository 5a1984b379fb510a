import { glob, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/**
 * How whatever runs in Lambda is bundled: the SDK included, so that what was tested is what runs. The source maps lie
 * beside the code and are read only where somebody turns them on: they cost a cold start 20 ms.
 */
export const BUNDLING = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  mainFields: ['module', 'main'],
  external: [],
  minify: true,
  sourcemap: 'external',
  logLevel: 'warning',
} satisfies BuildOptions;

/** Bundles every step of `functions` to `<to>/<step>/index.mjs`. */
export async function bundle(root: string, to: string): Promise<void> {
  const folder = join(root, 'functions');
  const steps = (await Array.fromAsync(glob('*/env.ts', { cwd: folder }))).map(dirname).sort();
  await rm(to, { recursive: true, force: true });
  await build({
    ...BUNDLING,
    absWorkingDir: root,
    entryPoints: steps.map((name) => ({ in: join(folder, name, 'index.ts'), out: join(name, 'index') })),
    outdir: to,
  });
}
