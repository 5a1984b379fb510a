import { storeDrop } from '#test/support/a-drop.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';
import type { DeskTables } from './desk-tables.ts';

/** A file of which twelve rows count, and a decision of another officer to take it back. */
export async function aTakingBack(
  { files, takingsBack }: Pick<DeskTables, 'files' | 'takingsBack'>,
  file: string,
  more: Partial<StoredTakingBack> = {},
): Promise<StoredTakingBack> {
  const slash = file.indexOf('/');
  await storeDrop(files, { feed: file.slice(0, slash), file: file.slice(slash + 1), version: 'v1' });
  const vote = { officer: 'another', outcome: 'release', at: '2026-01-05T01:00:00.000Z' } as const;
  const about = { file, use: 'none', version: 'v1', why: 'Gửi nhầm', askedAt: vote.at } as const;
  const asked = { ...about, votes: [vote], revision: `seen ${file}`, ...more };
  await takingsBack.write(asked, undefined, 2_000_000_000);
  return asked;
}
