import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { bundle } from '#infra/bundle.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const SOURCES = {
  'functions/say-hello/env.ts': '',
  'functions/say-hello/index.ts': 'export const handler = async (name: string) => `Hello ${name}`;',
  'functions/serve-pages/env.ts': '',
  'functions/serve-pages/index.ts': "export const handler = async () => import('./rare-page.ts');",
  'functions/serve-pages/rare-page.ts': "export const rarePage = 'A letter';",
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
  expect(readdirSync(maps).sort()).toEqual([
    expect.stringMatching(/^rare-page-\w+\.mjs\.map$/u),
    'say-hello.mjs.map',
    'serve-pages.mjs.map',
  ]);
  expect(local.code).toBe(deployed.code);
});
