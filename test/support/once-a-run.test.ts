import { afterEach, expect, it, vi } from 'vitest';
import { onceARun, RUN_FOLDER } from './once-a-run.ts';
import { temporaryFolder } from './temporary-folder.ts';

afterEach(() => void vi.unstubAllEnvs());

const again = async () => {
  throw new Error('computed again');
};

it('what a run computes once is not computed again, and is the same for all workers', async () => {
  vi.stubEnv(RUN_FOLDER, temporaryFolder('run'));
  const value = [{ on: '2025-12-31', of: undefined, members: new Map([['a', 1]]) }];
  expect(await onceARun('value', async () => value)).toBe(value);
  expect(await onceARun('value', again)).toStrictEqual(value);
});

it('outside of a run nothing is kept', async () => {
  vi.stubEnv(RUN_FOLDER, undefined);
  await onceARun('value', async () => 1);
  await expect(onceARun('value', again)).rejects.toThrow('computed again');
});
