import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { BUNDLING } from '#infra/bundle.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** A function that puts an item into a table that answers with an error, and says what it then knows. */
const FUNCTION = `import { Readable } from 'node:stream';
  import { ConditionalCheckFailedException, DynamoDBClient, DynamoDBServiceException, PutItemCommand } from '@aws-sdk/client-dynamodb';
  export const handler = async (code) => {
    let host;
    const requestHandler = { handle: async ({ hostname }) => {
      host = hostname;
      const body = Readable.from([Buffer.from(JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#' + code, message: 'Why' }))]);
      return { response: { statusCode: 400, headers: { 'content-type': 'application/x-amz-json-1.0' }, body } };
    } };
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
    const client = new DynamoDBClient({ region: 'ap-southeast-1', credentials, requestHandler, maxAttempts: 1 });
    const error = await client.send(new PutItemCommand({ TableName: 'a', Item: {} })).catch((error) => error);
    const { name, message, $metadata: { httpStatusCode } } = error;
    const isOfService = error instanceof DynamoDBServiceException;
    return { host, name, message, httpStatusCode, isOfService, isCondition: error instanceof ConditionalCheckFailedException };
  };`;

const SAID = { host: 'dynamodb.ap-southeast-1.amazonaws.com', message: 'Why', httpStatusCode: 400, isOfService: true };

it('a bundled function knows the class of an error that our code names, and the name of each other', async () => {
  const root = join(import.meta.dirname, '..', '..');
  const outfile = join(temporaryFolder('bundled'), 'index.mjs');
  const { outExtension: _one, ...rest } = BUNDLING;
  await build({ ...rest, absWorkingDir: root, stdin: { contents: FUNCTION, resolveDir: root }, outfile });
  const { handler } = await import(pathToFileURL(outfile).href);
  const names = ['ConditionalCheckFailedException', 'TransactionConflictException', 'ResourceNotFoundException'];
  expect(await Promise.all(names.map(handler))).toEqual(
    names.map((name) => ({ ...SAID, name, isCondition: name === 'ConditionalCheckFailedException' })),
  );
});
