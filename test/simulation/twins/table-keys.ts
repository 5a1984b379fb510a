import { type Attributes, orderOf } from './expressions.ts';
import { TableRefuses } from './table-refusal.ts';

export interface IndexKeys {
  readonly partition: string;
  readonly sort?: string | undefined;
  /** Attributes beside the keys; undefined for all. */
  readonly projected?: readonly string[] | undefined;
}
/** The keys of a table of the template. */
export interface TwinTableDesign {
  readonly partition: string;
  readonly sort?: string | undefined;
  readonly indexes: Readonly<Record<string, IndexKeys>>;
}

export const keysOf = ({ partition, sort }: IndexKeys): string[] =>
  sort === undefined ? [partition] : [partition, sort];

/** The key of an item in one text. */
export const keyOf = ({ partition, sort }: IndexKeys, item: Attributes): string =>
  sort === undefined ? `[${keyPart(item, partition)}]` : `[${keyPart(item, partition)},${keyPart(item, sort)}]`;

function keyPart(item: Attributes, attribute: string): string {
  const value = item[attribute];
  if (typeof value === 'number' || (typeof value === 'string' && value !== '')) return JSON.stringify(value);
  throw new TableRefuses('ValidationException', `the key ${attribute} is missing or empty`);
}

export function byKeys(a: Attributes, b: Attributes, order: IndexKeys, table: IndexKeys): number {
  for (const name of [...keysOf(order), ...keysOf(table)]) {
    const found = orderOf(a[name], b[name]) ?? 0;
    if (found !== 0) return found;
  }
  return 0;
}
