import { tableNamed } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** Stores an item as if somebody had written it, without the attributes that are undefined. */
export function putItem(world: World, kind: string, item: Attributes): void {
  const Item = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, kind), Item } });
}
