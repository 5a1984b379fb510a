import * as z from 'zod';
import type { Stack } from '#infra/local/template.ts';
import { isDeepStrictEqual } from 'node:util';
import { type StoredAttributes, itemBytes, writeUnitsOf } from './item-size.ts';

interface BilledIndex {
  readonly keys: readonly string[];
  /** The attributes that the index copies beside all keys; undefined where it copies the whole item. */
  readonly holds: readonly string[] | undefined;
}
interface Design {
  readonly keys: readonly string[];
  readonly indexes: readonly BilledIndex[];
}

const KeySchema = z.array(z.object({ AttributeName: z.string() }));
const Table = z.object({
  KeySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        KeySchema,
        Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).default([]) }),
      }),
    )
    .default([]),
});

/**
 * Counts the write units of a stack's indexes put by put: an index is written where its copied part of an item changes.
 */
export function indexWrites(stack: Stack) {
  const designs = new Map<string, Design>(
    stack.resources('AWS::DynamoDB::Table').map(({ id, properties }) => {
      const table = Table.parse(stack.resolve(properties));
      const indexes = table.GlobalSecondaryIndexes.map(({ KeySchema: keys, Projection }) => ({
        keys: keys.map(({ AttributeName }) => AttributeName),
        holds: Projection.ProjectionType === 'ALL' ? undefined : Projection.NonKeyAttributes,
      }));
      return [String(stack.resolve({ Ref: id })), { keys: table.KeySchema.map((key) => key.AttributeName), indexes }];
    }),
  );
  const standing = new Map<string, StoredAttributes>();

  return {
    ofPut(table: string, item: StoredAttributes): number {
      const { keys, indexes } = designs.get(table) ?? { keys: [], indexes: [] };
      const id = `${table} ${keys.map((key) => JSON.stringify(item[key])).join(' ')}`;
      const before = standing.get(id);
      if (indexes.length > 0) standing.set(id, item);
      return indexes.reduce((units, index) => units + change(index, keys, before, item), 0);
    },

    /** An update of an index's key moves the entry, and one of a copied attribute rewrites it. */
    ofUpdate(table: string, touched: readonly string[], itemUnits: number): number {
      const { indexes } = designs.get(table) ?? { indexes: [] };
      const names = (attributes: readonly string[]) => attributes.some((name) => touched.includes(name));
      return indexes.reduce((units, { keys, holds }) => {
        const writes = names(keys) ? 2 : holds === undefined || names(holds) ? 1 : 0;
        return units + writes * (holds === undefined ? itemUnits : 1);
      }, 0);
    },
  };
}
export type IndexWrites = ReturnType<typeof indexWrites>;

function change(
  index: BilledIndex,
  tableKeys: readonly string[],
  before: StoredAttributes | undefined,
  after: StoredAttributes,
): number {
  const [old, next] = [entry(index, tableKeys, before), entry(index, tableKeys, after)];
  if (!old && !next) return 0;
  if (!old || !next) return writeUnitsOf(itemBytes(old ?? next ?? {}));
  if (isDeepStrictEqual(old, next)) return 0;
  const moves = index.keys.some((key) => !isDeepStrictEqual(old[key], next[key]));
  return (moves ? 2 : 1) * writeUnitsOf(Math.max(itemBytes(old), itemBytes(next)));
}

/** An item without an index's keys is not in that index. */
function entry({ keys, holds }: BilledIndex, tableKeys: readonly string[], item: StoredAttributes | undefined) {
  if (!item || !keys.every((key) => key in item)) return undefined;
  if (holds === undefined) return item;
  const held = [...keys, ...tableKeys, ...holds].filter((name) => name in item);
  return Object.fromEntries(held.map((name) => [name, item[name]]));
}
