import { expect, it } from 'vitest';
import { followLog } from '#infra/local/rows-being-read.ts';

const line = (run: string, code: string, ids: object = {}): string =>
  `${JSON.stringify({ message: code, function_request_id: run, code, ...ids })}\n`;

it('the log of a run is passed on whole, and says how many rows of the files under way are read', async () => {
  const { log, beingRead } = followLog();
  const passed: string[] = [];
  log.on('data', (chunk) => passed.push(String(chunk)));
  const write = async (...lines: string[]) => {
    for (const one of lines) log.write(one);
    await new Promise(setImmediate);
    return beingRead();
  };
  expect(await write(line('a', 'FILE_BEING_READ', { count: 2500 }))).toEqual({ rows: 2500, total: undefined });
  // Once one file's rows are counted, those of the files that are only looked at are left out
  const counted = { count: 5000, total: 9000 };
  expect(await write(line('b', 'FILE_BEING_READ', counted))).toEqual({ rows: 5000, total: 9000 });
  expect(await write(line('a', 'FILE_BEING_READ', { count: 10, total: 20 }))).toEqual({ rows: 5010, total: 9020 });
  expect(await write(line('b', 'FILE_READ', { count: 9000 }))).toEqual({ rows: 10, total: 20 });
  expect(await write('{"code":"FILE_BE', line('c', 'MESSAGE_FAILED'), 'no json\n')).toEqual({ rows: 10, total: 20 });
  expect(await write(line('a', 'FILE_STOPPED'))).toBeUndefined();
  expect(passed.join('')).toContain('no json');
});
