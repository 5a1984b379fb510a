import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FileArrived, droppedFiles } from '#shared/contracts/file-arrived.ts';
import { namedQueues } from '#shared/contracts/queues.ts';

const folder = join(import.meta.dirname, '..', 'events');
const samples = namedQueues().flatMap(([, { carries, samples: names }]) =>
  Object.values(carries).flatMap((contract) => names.map((name) => [`${name}.json`, contract] as const)),
);
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

describe('events/', () => {
  it('every sample in events/ is one of a queue, and every queue has a sample', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort(),
    ).toEqual(samples.map(([name]) => name).sort());
  });

  it.each(samples)('the sample %s satisfies its contract', (name, contract) => {
    expect(contract.safeParse(read(name)).error).toBeUndefined();
  });

  it('the event of a dropped file gives the decoded key and a version for each drop', () => {
    const event = FileArrived.parse(read('1-file-arrived.json'));
    expect(droppedFiles(event)).toEqual([FileArrived.parse(read('1-file-continued.json'))]);
  });

  it('the rows that docs/how-it-works.md shows are those of the sample inbox', () => {
    const page = readFileSync(join(folder, '..', 'docs', 'how-it-works.md'), 'utf8');
    const [, , , rows = ''] = page.split('```\n');
    const files = globSync('sample-inbox/**/*.{csv,jsonl,csv.gz}', { cwd: folder }).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    });
    const lines = new Set(files.flatMap((text) => text.split(/\r?\n/u)));
    expect(
      rows
        .trim()
        .split('\n')
        .filter((row) => !lines.has(row)),
    ).toEqual([]);
    expect(rows).toContain('BHXH');
  });
});
