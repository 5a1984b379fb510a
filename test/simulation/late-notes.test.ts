import { expect, it } from 'vitest';
import { isLateNote, isLateTaking } from './late-notes.ts';
import type { World } from './world.ts';

const TABLE = 'TablesFilesTable';
const isLate = (state: string, note = { feed: 'deleted', file: 'registrations/1.csv' }) =>
  isLateNote(
    {
      design: { tables: { [TABLE]: {} } },
      tables: { items: () => [{ feed: 'registrations', file: '1.csv', state }] },
    } as unknown as World,
    note,
  );

it('a note of a reader is late where another one has read the same file to its end', () => {
  expect(isLate('read')).toBe(true);
});

it('a note is not late while the file is being read, and an item of a file is none', () => {
  expect(isLate('reading')).toBe(false);
  expect(isLate('read', { feed: 'registrations', file: '1.csv' })).toBe(false);
});

const taken = (revision: number, companies: readonly string[]) => ({
  feed: 'taken-back',
  file: 'registrations/1.csv',
  revision,
  companies,
});

it('whom deleted facts concern is written late where another reader has told them since the writer looked', () => {
  const [told, again] = [taken(2, []), taken(3, ['0900000027'])];
  expect(isLateTaking(told, again, [undefined, told])).toBe(true);
  expect(isLateTaking(told, again, [told])).toBe(false);
  expect(isLateTaking(taken(2, ['0900000027']), again, [undefined])).toBe(false);
  expect(isLateTaking(undefined, again, [undefined])).toBe(false);
});
