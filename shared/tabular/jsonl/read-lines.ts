import { parseJson, repeatsKey } from '#shared/runtime/parse-json.ts';
import { BlankRowCounter } from '../blank-run.ts';
import { type Limits, ROWS_AT_ONCE } from '../limits.ts';
import type { RowFault } from '../row-fault.ts';

/** A line of a JSONL file: its object, or the fault. */
export type JsonLine =
  | { readonly row: number; readonly value: Readonly<Record<string, unknown>> }
  | { readonly row: number; readonly broken: RowFault };

/**
 * Reads the objects of a JSONL file. Blank lines are counted and left out. An unreadable line is reported, and the
 * others are read.
 */
export async function* readJsonLines(text: AsyncIterable<string>, limits: Limits): AsyncGenerator<readonly JsonLine[]> {
  let rest = '';
  let row = 0;
  let skipping = false;
  const blank = new BlankRowCounter(limits.blankRows);
  for await (const chunk of text) {
    const pieces = (rest + chunk).split('\n');
    rest = pieces.pop() ?? '';
    let lines: JsonLine[] = [];
    for (const piece of pieces) {
      if (lines.length >= ROWS_AT_ONCE) {
        yield lines;
        lines = [];
      }
      row += 1;
      const line: JsonLine | undefined = skipping ? { row, broken: 'too_long' } : lineOf(piece, row, limits);
      skipping = false;
      if (line === undefined) blank.blank();
      else {
        blank.filled();
        lines.push(line);
      }
    }
    if (rest.length > limits.recordLength) {
      skipping = true;
      rest = '';
    }
    yield lines;
  }
  const last = skipping ? ({ row: row + 1, broken: 'too_long' } as const) : lineOf(rest, row + 1, limits);
  if (last !== undefined) yield [last];
}

const lineOf = (text: string, row: number, limits: Limits): JsonLine | undefined => {
  if (text.trim() === '') return undefined;
  if (text.length > limits.recordLength) return { row, broken: 'too_long' };
  const value = parseJson(text);
  if (value === undefined) return { row, broken: 'broken_json' };
  if (!isObject(value)) return { row, broken: 'shape' };
  if (Object.keys(value).length > limits.columns) return { row, broken: 'columns' };
  return repeatsKey(text, value) ? { row, broken: 'duplicate_key' } : { row, value };
};

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
