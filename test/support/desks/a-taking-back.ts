import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';
import type { DeskTables } from './desk-tables.ts';

/** A file of which twelve rows count, and a decision of another officer to take it back. */
export async function aTakingBack(
  { files, takingsBack }: Pick<DeskTables, 'files' | 'takingsBack'>,
  file: string,
  more: Partial<StoredTakingBack> = {},
): Promise<StoredTakingBack> {
  const slash = file.indexOf('/');
  const read: FileReadProgress = {
    feed: file.slice(0, slash),
    file: file.slice(slash + 1),
    version: 'v1',
    state: 'read',
    counts: { read: 12, accepted: 12, rejected: 0, repaired: 0, companies: 4 },
    covered: {},
    startedAt: '2026-01-04T01:00:00.000Z',
  };
  await files.advance(read, undefined);
  const vote = { officer: 'another', outcome: 'release', at: '2026-01-05T01:00:00.000Z' } as const;
  const about = { file, use: 'none', version: 'v1', why: 'Gửi nhầm', askedAt: vote.at } as const;
  const asked = { ...about, votes: [vote], revision: `seen ${file}`, ...more };
  await takingsBack.write(asked, undefined, 2_000_000_000);
  return asked;
}
