import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLING } from '#infra/bundle.ts';
import { sandbox } from '#infra/local/sandbox.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A function that makes a request, and says whether Node loaded the client of `fetch`. */
const FUNCTION = `import * as http from 'node:http';
  import { Agent, request } from 'http';
  const hasFetch = () => process.moduleLoadList.includes('NativeModule internal/deps/undici/undici');
  const code = () => new Promise((resolve) => {
    request({ host: '127.0.0.1', port: 1, agent: new Agent() }).on('error', (error) => resolve(error.code)).end();
  });
  export const handler = async () => ({ same: http.request === request, code: await code(), hasFetch: hasFetch() });
  if (process.argv[2] === 'alone') console.log(JSON.stringify(await handler()));`;

async function bundled(name: string): Promise<string> {
  const folder = temporaryFolder(name);
  const from = join(folder, 'function.js');
  writeFileSync(from, FUNCTION);
  const module = join(folder, 'index.mjs');
  const { outExtension: _one, ...rest } = BUNDLING;
  await build({ ...rest, entryPoints: [from], outfile: module });
  return module;
}

const SAID = { same: true, code: 'ECONNREFUSED', hasFetch: false };

it('a bundled function that makes requests does not load the client of fetch', async () => {
  const module = await bundled('deployed');
  expect(JSON.parse(execFileSync(process.execPath, [module, 'alone'], { encoding: 'utf8' }))).toEqual(SAID);
});

it('nor does its sandbox in a local run, which checks the requests', async () => {
  const module = await bundled('sandboxed');
  const log = new Writable({ write: (_chunk, _encoding, done) => done() });
  const target = { name: 'a', module, handler: 'handler', timeoutSeconds: 60, memoryMegabytes: 128, environment: {} };
  const own = sandbox(target, { log, variables: {}, permissions: { allows: async () => true } });
  expect(await own.invoke({})).toEqual(SAID);
  await own.close();
});
