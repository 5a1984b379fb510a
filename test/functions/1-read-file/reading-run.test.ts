import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ReadFilePorts } from '#functions/1-read-file/ports.ts';
import { ReadingRun } from '#functions/1-read-file/reading-run.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { NOTHING_READ } from '#functions/1-read-file/read-drop.ts';
import { aDrop } from '#test/support/a-drop.ts';

const START = aDrop({ feed: 'activities', state: 'reading', counts: NOTHING_READ });
const signal = { kind: 'BHXH', on: '2025-06-01' } as const;
const record = { feed: 'activities', enterpriseCode: '0100000001', signal } as const;
const row = { type: 'accepted', row: 1, records: [record], repairs: [], startsCompany: false } as const;

/** A run whose writes end when the test says so. */
function heldRun() {
  const writes: PromiseWithResolvers<void>[] = [];
  const steps: string[] = [];
  const done = async () => {};
  const ports = {
    companies: {
      record: (facts: readonly unknown[]) => {
        const write = Promise.withResolvers<void>();
        writes.push(write);
        steps.push(`write of ${facts.length}`);
        return write.promise;
      },
    },
    accounts: { record: done },
    subscribers: { record: done },
    links: { record: done },
    policeRecords: { record: done },
    rejections: { record: done },
    files: { change: async () => void steps.push('checkpoint') },
    objects: { put: done },
    evidenceBucket: 'evidence',
    enter: done,
    verify: done,
    assess: done,
    notifyBanks: done,
    hash: keyedHash('a secret'),
    expiry: () => 1,
    now: () => new Date('2025-07-01T00:00:00Z'),
    rulesClock: { today: () => '2025-07-01' },
  } as unknown as ReadFilePorts;
  const run = new ReadingRun(START, ports);
  const add = () => run.add(row, 1, '2025-07-01');
  return { run, add, writes, steps };
}

describe('the rows of a reader', () => {
  it('are read while those before are written, and written one batch after the other', async () => {
    const { run, add, writes, steps } = heldRun();
    add();
    await run.write();
    add();
    add();
    const second = run.write();
    await tick();
    expect(steps).toEqual(['write of 1']);
    writes[0]?.resolve();
    await second;
    expect(steps).toEqual(['write of 1', 'write of 2']);
  });

  it('count as done only once they are written', async () => {
    const { run, add, writes, steps } = heldRun();
    add();
    await run.write();
    const checkpoint = run.checkpoint();
    await tick();
    expect(steps).toEqual(['write of 1']);
    writes[0]?.resolve();
    await checkpoint;
    expect(steps).toEqual(['write of 1', 'checkpoint']);
  });

  it('do not count as done where their write failed', async () => {
    const { run, add, writes, steps } = heldRun();
    add();
    await run.write();
    writes[0]?.reject(new Error('throttled'));
    await tick();
    await expect(run.checkpoint()).rejects.toThrow('throttled');
    expect(steps).toEqual(['write of 1']);
  });
});
