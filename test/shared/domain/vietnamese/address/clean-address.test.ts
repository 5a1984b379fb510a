import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { CLEANING } from '#shared/domain/vietnamese/address/clean-address.ts';
import { Rewriter } from '#shared/domain/vietnamese/address/rewriting.ts';
import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';

it('what a rewriting needs is in each real address that it changes', () => {
  const texts = globSync(join(import.meta.dirname, '*.csv')).flatMap((file) => {
    const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true });
    return rows.flatMap(({ name1, name2, text }) =>
      [name1, name2, text].flatMap((address) => (address === undefined ? [] : [cleanText(address)])),
    );
  });
  const rewriter = new Rewriter(CLEANING);
  const changed = (text: string) =>
    CLEANING.reduce(
      (read, [pattern, by]) => (typeof by === 'string' ? read.replace(pattern, by) : read.replace(pattern, by)),
      text,
    );
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => rewriter.rewrite(text) !== changed(text))).toEqual([]);
});
