import type { Item } from '#infra/local/tables/item.ts';
import type { World } from './world.ts';

const names = new Map<string, string>();

/** The name of the stack's table of one kind, such as `Notices`. */
export function tableNamed({ design }: Pick<World, 'design'>, kind: string): string {
  const known = names.get(kind) ?? Object.keys(design.tables).find((one) => one.includes(`Tables${kind}Table`));
  if (known === undefined) throw new Error(`no table ${kind}`);
  names.set(kind, known);
  return known;
}

export const itemsOf = (world: World, kind: string): readonly Item[] => world.tables.items(tableNamed(world, kind));

/** Stores an item as if somebody had written it. */
export function putItem(world: World, kind: string, Item: Item): void {
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, kind), Item } });
}

/** Removes an item, as a restored table lacks it. */
export function removeItem(world: World, kind: string, item: Item): void {
  const TableName = tableNamed(world, kind);
  const { partition, sort } = world.design.tables[TableName] ?? { partition: '' };
  const keys = [partition, ...(sort === undefined ? [] : [sort])];
  const Key = Object.fromEntries(keys.map((name) => [name, item[name]]));
  world.tables.send({ name: 'DeleteCommand', input: { TableName, Key } });
}

/** The queue that a step reads. */
export const queueOf = ({ design }: Pick<World, 'design'>, folder: string): string =>
  design.steps.find((step) => step.folder === folder)?.reads?.queue ?? '';
