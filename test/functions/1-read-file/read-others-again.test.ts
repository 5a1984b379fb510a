import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { restoreFactsOfOthers } from '#functions/1-read-file/read-others-again.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';

const progress = (file: string, sequencer: number): FileReadProgress => ({
  feed: 'registrations',
  file,
  version: `tag-${file}#${String(sequencer).padStart(16, '0')}`,
  state: 'read',
  counts: { read: 1, accepted: 1, rejected: 0, repaired: 0, companies: 1 },
  covered: { registrations: { from: 'read', to: 'read' } },
  startedAt: '2026-01-05T03:00:00.000Z',
  again: true,
});

describe('the note that a reader deletes facts of earlier drops', () => {
  const [first, second] = [progress('b.csv', 1), progress('b.csv', 2)];
  let noted: string | undefined;
  let asked: string[];
  const ports = {
    files: {
      ofFeed: async () => [progress('a.csv', 1)],
      began: async () => undefined,
      deletionNoted: async () => noted,
      forgetDeletion: async (_file: string, version: string) => {
        if (noted === version) noted = undefined;
      },
    },
    open: async () => Readable.from(['x']),
    carryOn: async (messages: readonly { readonly key: string }[]) => {
      asked.push(...messages.map(({ key }) => key));
    },
    now: () => new Date('2026-01-05T03:00:00Z'),
  };
  const end = (one: FileReadProgress) => restoreFactsOfOthers(one, 'inbox', ports);
  beforeEach(() => {
    asked = [];
  });

  it('a note has other files read again once, and goes', async () => {
    noted = second.version;
    await end(second);
    await end(second);
    expect(asked).toEqual(['registrations/a.csv']);
    expect(noted).toBeUndefined();
  });

  it('the note of a later drop stays when the reader of an earlier drop ends', async () => {
    noted = second.version;
    await end({ ...first, covered: {} });
    expect([asked, noted]).toEqual([[], second.version]);
    await end(second);
    expect([asked, noted]).toEqual([['registrations/a.csv'], undefined]);
  });

  it('a stopped drop has all other files read again for the note of an earlier drop, because it has no days', async () => {
    noted = first.version;
    await end({ ...second, state: 'stopped', covered: {} });
    expect([asked, noted]).toEqual([['registrations/a.csv'], undefined]);
  });

  it('the reader of a later drop takes over the note of an earlier one', async () => {
    noted = first.version;
    await end(second);
    expect([asked, noted]).toEqual([['registrations/a.csv'], undefined]);
  });
});
