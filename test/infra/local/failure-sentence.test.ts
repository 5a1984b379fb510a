import { once } from 'node:events';
import { createServer, get } from 'node:http';
import { readFile } from 'node:fs/promises';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { failureSentence, UserFacingError } from '#infra/local/failure-sentence.ts';
import { listen } from '#infra/local/serve/listen.ts';

const errorOf = (failing: Promise<unknown>) => failing.then(() => undefined).catch((error: unknown) => error);

describe('the sentence of a failure', () => {
  it('the sentence of a failure names another port where the port is in use', async () => {
    const first = createServer();
    const port = Number(new URL(await listen(first, 0)).port);
    const error = await errorOf(listen(createServer(), port));
    first.close();
    expect(failureSentence(error, 'errors.log')).toMatch(/^Cổng đã có chương trình khác dùng/u);
  });
  it('the sentence of a failure asks for the region that the SDK misses', async () => {
    const { AWS_REGION: _region, AWS_DEFAULT_REGION: _default, ...rest } = process.env;
    const before = process.env;
    process.env = { ...rest, AWS_CONFIG_FILE: '/nowhere', AWS_SHARED_CREDENTIALS_FILE: '/nowhere' };
    const error = await errorOf(new DynamoDBClient({}).send(new ListTablesCommand({})));
    process.env = before;
    expect(failureSentence(error, 'errors.log')).toMatch(/AWS_REGION/u);
  });
  it('the sentence of a failure names the path of a file system error', async () => {
    const error = await errorOf(readFile('/no/such/file'));
    expect(failureSentence(error, 'errors.log')).toBe('Không thấy tệp hoặc thư mục. (/no/such/file)');
  });
  it('the sentence of a failure is an error’s own sentence where it was written for people', () => {
    expect(failureSentence(new UserFacingError('Hãy chọn ngày khác.'), 'errors.log')).toBe('Hãy chọn ngày khác.');
  });
  it('the sentence of a failure says that a service kept breaking connections off', async () => {
    const server = createServer((_, answer) => answer.destroy());
    const [error] = await once(get(await listen(server, 0)), 'error');
    server.close();
    expect(failureSentence(error, 'errors.log')).toMatch(/^Dịch vụ liên tục ngắt kết nối/u);
  });
  it.each([
    ['ThrottlingException', 400],
    ['SlowDown', 503],
    ['InternalServerError', 500],
    ['502', 502],
  ])('the sentence of a failure says that a service answered %s until the end', (name, httpStatusCode) => {
    const error = Object.assign(new Error('injected'), { name, $metadata: { httpStatusCode } });
    expect(failureSentence(error, 'errors.log')).toMatch(/^Dịch vụ quá tải hoặc đang lỗi/u);
  });
  it('the sentence of an unexpected failure shows where its details are, and nothing more', () => {
    const sentence = failureSentence(new TypeError("Cannot read properties of undefined (reading 'x')"), 'errors.log');
    expect(sentence).toContain('errors.log');
    expect(sentence).not.toContain('Cannot');
  });
});
