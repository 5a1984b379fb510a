import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { GUARDS } from './guards.ts';

it('each guard that the simulation takes out is in the code once', () => {
  const isIn = ({ file, find }: { readonly file: string; readonly find: string }) =>
    readFileSync(file, 'utf8').split(find).length === 2;
  const missing = GUARDS.filter(({ patches }) => !patches.every(isIn));
  expect(missing.map(({ name }) => name)).toEqual([]);
});
