import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLING } from '#infra/bundle.ts';
import { sandbox } from '#infra/local/sandbox.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A function that makes a request signed for AWS, and says whether Node loaded the client of `fetch`. */
const FUNCTION = `import * as http from 'node:http';
  import { Agent, request } from 'http';
  const hasFetch = () => process.moduleLoadList.includes('NativeModule internal/deps/undici/undici');
  const code = () => new Promise((resolve) => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=' };
    const sent = request({ host: '127.0.0.1', port: 1, path: '/bucket/key', headers, agent: new Agent() });
    sent.on('error', ({ code, name }) => resolve(code ?? name)).end();
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

it.each([
  [true, SAID],
  [false, { ...SAID, code: 'AccessDeniedException' }],
])('nor does its sandbox in a local run, whose requests are still checked (allowed: %s)', async (isAllowed, said) => {
  const module = await bundled('sandboxed');
  const log = new Writable({ write: (_chunk, _encoding, done) => done() });
  const target = {
    name: 'a',
    module,
    handler: 'handler',
    timeoutSeconds: 60,
    memoryMegabytes: 128,
    mayLoop: false,
    environment: {},
  };
  const own = sandbox(target, { log, variables: {}, permissions: { allows: async () => isAllowed } });
  expect(await own.invoke({})).toEqual(said);
  await own.close();
});
