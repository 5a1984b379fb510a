import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { sandbox } from '#infra/local/sandbox.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const LINES = 500;

it('a function’s log is whole when its answer is there, although it ends at once', async () => {
  const module = join(temporaryFolder('log'), 'index.mjs');
  writeFileSync(
    module,
    `export const handler = async () => { for (let n = 0; n < ${LINES}; n += 1) process.stdout.write(\`line \${n}\\n\`); };`,
  );
  const log = new PassThrough();
  const written = text(log);
  const target = {
    name: 'logs',
    module,
    handler: 'handler',
    memoryMegabytes: 128,
    timeoutSeconds: 10,
    mayLoop: false,
    environment: {},
  };
  const one = sandbox(target, { log, variables: {} });
  await one.invoke({});
  await one.close();
  log.end();
  expect((await written).match(/^line \d+$/gmu)).toHaveLength(LINES);
});
