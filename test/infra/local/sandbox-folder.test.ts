import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { sandbox } from '#infra/local/sandbox.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it.each(['Thư mục #1', '50 %20', 'hỏi?', 'a&b (mới)'])(
  'a function is loaded from a folder of any name: %s',
  async (name) => {
    const folder = join(temporaryFolder('function'), name);
    mkdirSync(folder, { recursive: true });
    const module = join(folder, 'index.mjs');
    writeFileSync(module, 'export const handler = async () => "loaded";');
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
    expect(await own.invoke({})).toBe('loaded');
    await own.close();
  },
);
