import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { sandbox } from '#infra/local/sandbox.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A function that says where Node keeps its compiled code, and whether its environment names that folder. */
const FUNCTION = `import { getCompileCacheDir } from 'node:module';
  export const handler = async () => ({ folder: getCompileCacheDir(), named: 'NODE_COMPILE_CACHE' in process.env });`;

it('a sandbox uses the compile cache of its process, which the function does not see in its environment', async () => {
  const folder = temporaryFolder('function');
  mkdirSync(folder, { recursive: true });
  const module = join(folder, 'index.mjs');
  writeFileSync(module, FUNCTION);
  const log = new Writable({ write: (_chunk, _encoding, done) => done() });
  const target = {
    name: 'a',
    module,
    handler: 'handler',
    timeoutSeconds: 10,
    memoryMegabytes: 128,
    mayLoop: false,
    environment: {},
  };
  const own = sandbox(target, { log, variables: {} });
  const said = await own.invoke({});
  await own.close();
  expect(process.env['NODE_COMPILE_CACHE']).toMatch(/compiled$/u);
  expect(said).toEqual({ folder: expect.stringContaining(process.env['NODE_COMPILE_CACHE'] ?? ''), named: false });
});
