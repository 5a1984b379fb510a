import { mkdir, glob, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles every step of `functions` to `<to>/<step>/index.mjs`, the SDK included, so that what was tested is what runs.
 * The source maps lie beside them and are read only where somebody turns them on: they cost a cold start 20 ms.
 */
export async function bundle(root: string, to: string): Promise<void> {
  const folder = join(root, 'functions');
  const steps = (await Array.fromAsync(glob('*/env.ts', { cwd: folder }))).map(dirname).sort();
  await rm(to, { recursive: true, force: true });
  const buildStep = (name: string) =>
    build({
      absWorkingDir: root,
      entryPoints: [{ in: join(folder, name, 'index.ts'), out: join(name, 'index') }],
      outdir: to,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      external: [],
      minify: true,
      sourcemap: 'external',
      logLevel: 'silent',
    });
  // INTERIM while steps are being written: a step that does not bundle yet says so when it is called.
  await Promise.all(
    steps.map(async (step) => {
      try {
        await buildStep(step);
      } catch (error) {
        console.error(`${step} does not bundle yet: ${String(error).slice(0, 300)}`);
        await mkdir(join(to, step), { recursive: true });
        const text = 'export const handler = async () => { throw new Error("not bundled yet"); };\n';
        await writeFile(join(to, step, 'index.mjs'), text);
      }
    }),
  );
}
