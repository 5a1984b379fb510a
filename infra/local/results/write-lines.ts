import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Writes one JSON value a line; an empty list gives an empty file. */
export async function writeLines(file: string, values: readonly unknown[]): Promise<void> {
  await writeEach(file, values, (value) => JSON.stringify(value));
}

/** Writes a line for each item as soon as it is made, because a province's facts together exceed the longest string. */
export async function writeEach<T>(
  file: string,
  items: readonly T[],
  lineOf: (item: T) => string | undefined,
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await pipeline(function* lines() {
    for (const item of items) yield `${lineOf(item)}\n`;
  }, createWriteStream(file));
}

export async function writeText(file: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
