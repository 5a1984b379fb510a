import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { checkBundles } from '#infra/budgets.ts';
import { bundle } from '#infra/bundle.ts';
import { communesByProvince } from '#shared/domain/vietnamese/data/communes.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const SOURCES = {
  'functions/say-hello/env.ts': '',
  'functions/say-hello/index.ts': `export const handler = async (name: string) => 'Hello ' + name + '${'!'.repeat(400 * 1024)}';`,
  'functions/name-communes/env.ts': '',
  'functions/name-communes/index.ts': `import { communesByProvince } from '../../shared/domain/vietnamese/data/communes.ts';
    export const handler = async () => [communesByProvince()['01'], (await import('./write-letter.ts')).letter];`,
  'functions/name-communes/write-letter.ts': `export const letter = '${'A long letter. '.repeat(1000)}';`,
  'shared/domain/vietnamese/data/communes.ts': '',
  'functions/serve-pages/env.ts': '',
  'functions/serve-pages/index.ts': '',
  'functions/serve-pages/assets/desk.scss': 'p { color: red }',
  'functions/serve-pages/assets/desk.js': '',
};

function madeUpRoot(): string {
  const root = temporaryFolder('root');
  for (const [path, text] of Object.entries(SOURCES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

it('a bundle has the same code with and without its source map, which lies beside the release and not in the function', async () => {
  const root = madeUpRoot();
  const maps = temporaryFolder('maps');
  const bundled = async (mapsTo?: string) => {
    const to = join(temporaryFolder('bundled'), String(mapsTo === undefined));
    await bundle(root, to, { province: '33', mapsTo });
    const step = join(to, 'say-hello');
    return { files: readdirSync(step), code: readFileSync(join(step, 'index.mjs'), 'utf8') };
  };
  const [deployed, local] = [await bundled(maps), await bundled()];
  expect([deployed.files, local.files]).toEqual([['index.mjs'], ['index.mjs']]);
  expect(globSync('*/*', { cwd: maps }).sort()).toEqual([
    'name-communes/index.mjs.map',
    expect.stringMatching(/^name-communes\/write-letter-\w+\.mjs\.map$/u),
    'say-hello/index.mjs.map',
    'serve-pages/index.mjs.map',
  ]);
  expect(local.code).toBe(deployed.code);
});

it('a table and the parts that are loaded later lie beside the code, which alone counts as loaded at the start', async () => {
  const to = join(temporaryFolder('bundled'), 'all');
  const bundles = await bundle(madeUpRoot(), to, { province: '33' });
  const step = join(to, 'name-communes');
  const { handler } = await import(pathToFileURL(join(step, 'index.mjs')).href);
  expect(await handler()).toEqual([communesByProvince()['01'], 'A long letter. '.repeat(1000)]);
  expect(readdirSync(step).sort()).toEqual([
    expect.stringMatching(/^communes-\w+\.json$/u),
    'index.mjs',
    expect.stringMatching(/^write-letter-\w+\.mjs$/u),
  ]);
  expect(() => checkBundles(bundles)).toThrow(/^[^\n]+\nsay-hello: 401 KB, allowed 320$/u);
});
