import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeEach, writeLines } from '#infra/local/results/write-lines.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder('write-lines');

it.each([
  ['none', [], ''],
  ['some', [{ a: 'Đỗ' }, [1], 'x', null], '{"a":"Đỗ"}\n[1]\n"x"\nnull\n'],
])('one value is written on each line: %s', async (name, values, text) => {
  const file = join(folder, 'sub', `${name}.jsonl`);
  await writeLines(file, values);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it('many values keep their order', async () => {
  const numbers = Array.from({ length: 5000 }, (_, n) => n);
  await writeEach(join(folder, 'many'), numbers, String);
  expect(readFileSync(join(folder, 'many'), 'utf8')).toBe(`${numbers.join('\n')}\n`);
});
