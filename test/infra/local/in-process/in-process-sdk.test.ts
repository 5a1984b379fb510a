import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it, vi } from 'vitest';
import { BUNDLING } from '#infra/bundle.ts';
import { inProcessSdk } from '#infra/local/in-process/in-process-sdk.ts';
import { giveServices } from '#infra/local/in-process/services.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const FUNCTION = `
import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
export const handler = async () => {
  await queue('http://sqs.nowhere/q')([{ n: 1 }]);
  return documentClient().send(new GetCommand({ TableName: 't', Key: { p: '1' } }));
};`;

it('the functions of an embedded run ask its engines without a network', async () => {
  const outfile = join(temporaryFolder('bundled'), 'index.mjs');
  const stdin = { contents: FUNCTION, resolveDir: ROOT };
  const plugins = [...BUNDLING.plugins, inProcessSdk];
  await build({ ...BUNDLING, sourcemap: false, absWorkingDir: ROOT, stdin, outfile, plugins });
  const asked: unknown[] = [];
  const service = async (operation: string, input: object) => {
    asked.push([operation, input]);
    return { Item: { p: '1' } };
  };
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  giveServices({ tables: service, queues: service });
  const { handler } = await import(pathToFileURL(outfile).href);
  expect(await handler()).toEqual({ Item: { p: '1' } });
  expect(asked).toEqual([
    ['SendMessageBatch', expect.objectContaining({ QueueUrl: 'http://sqs.nowhere/q' })],
    ['GetItem', { TableName: 't', Key: { p: '1' } }],
  ]);
});
