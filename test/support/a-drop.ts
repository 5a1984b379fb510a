import type { Drop } from '#shared/tables/drop-item.ts';
import type { Files } from '#shared/tables/files.ts';

/** A drop of which twelve rows count. */
export const aDrop = (more: Partial<Drop> = {}): Drop => ({
  feed: 'registrations',
  file: 'a.csv',
  version: '1#v1',
  state: 'read',
  counts: { read: 12, accepted: 12, rejected: 0, repaired: 0, companies: 4 },
  covered: {},
  parts: [],
  startedAt: '2026-01-04T01:00:00.000Z',
  movedAt: '2026-01-04T01:00:00.000Z',
  endedAt: '2026-01-04T01:01:00.000Z',
  factsUntil: 2_000_000_000,
  endsAs: 'read',
  ...more,
});

export async function storeDrop(files: Pick<Files, 'change' | 'settle'>, more: Partial<Drop> = {}): Promise<Drop> {
  const drop = aDrop(more);
  await files.change(drop, () => drop);
  await files.settle(drop.feed, drop.file, new Date(drop.movedAt));
  return drop;
}
