import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
});
