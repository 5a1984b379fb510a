import { putItem } from './put-item.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

const NOTHING_READ = { read: 0, accepted: 0, rejected: 0, repaired: 0, companies: 0 };

/** Stores a drop of a file whose reading has begun. */
export function storeBegun(world: World, key: string, item: Attributes): void {
  const [feed = '', file = ''] = key.split('/');
  const startedAt = new Date(world.now()).toISOString();
  putItem(world, 'Files', { feed, file, state: 'reading', counts: NOTHING_READ, covered: {}, startedAt, ...item });
}
