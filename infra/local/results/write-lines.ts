import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** One JSON value a line; an empty list leaves an empty file. */
export async function writeLines(file: string, values: readonly unknown[]): Promise<void> {
  await writeText(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

export async function writeText(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Codes in their own order, so that the same facts give the same file. */
export const byText =
  <T>(textOf: (item: T) => string) =>
  (a: T, b: T): number =>
    textOf(a) < textOf(b) ? -1 : Number(textOf(a) > textOf(b));
