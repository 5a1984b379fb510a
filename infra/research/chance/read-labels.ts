import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { UnusableSnapshot } from '../snapshot-companies.ts';
import type { ChanceLabel } from './examples.ts';

const Label = z.object({
  code: z.string(),
  shell: z.boolean(),
  crime: z.object({ from: z.string() }).nullish(),
});

/** After every month: a shell of which no other's money has come. */
const NEVER = '9999-12';

/** Reads labels from JSONL: `{code, shell, crime?}`. @throws UnusableSnapshot where a line is no label, or the file can't be read. */
export async function readChanceLabels(path: string): Promise<ReadonlyMap<string, ChanceLabel>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UnusableSnapshot(`Không đọc được tệp “${path}”.`);
  });
  return new Map(
    text.split('\n').flatMap((line, index): (readonly [string, ChanceLabel])[] => {
      if (line.trim() === '') return [];
      const { code, shell, crime } = labelOf(line, `Dòng ${index + 1} của “${path}” không phải nhãn.`);
      return [[code, { shell, ...(crime !== undefined && { moneyFrom: crime?.from ?? NEVER }) }]];
    }),
  );
}

function labelOf(line: string, sentence: string): z.infer<typeof Label> {
  try {
    return Label.parse(JSON.parse(line));
  } catch {
    throw new UnusableSnapshot(sentence);
  }
}
