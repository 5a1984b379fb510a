import * as z from 'zod';
import { contentId } from '#shared/runtime/content-id.ts';
import { factEnding } from './drop-key.ts';
import { packed, PackedBytes, unpacked } from './packed.ts';

type Row = Record<string, unknown>;
interface FactItem extends Row {
  readonly fact: string;
  readonly expiresAt: number;
  readonly from?: { readonly file: string; readonly version: string } | undefined;
}

const Group = z.looseObject({ fact: z.string(), packed: PackedBytes });
const Rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });

/**
 * Joins those facts of a batch that one drop states about one subject into one item, because an item is billed as a
 * whole kilobyte and most facts have a few hundred bytes. A fact has the same id in a group as alone, so that a drop
 * which is read again in other batches says nothing new.
 * @param subject the name of the partition key @param isRow whether an item may be joined with others
 */
export function grouped(items: readonly FactItem[], subject: string, isRow: (item: FactItem) => boolean): Row[] {
  const groups = Map.groupBy(items, (item, n) =>
    item.from && isRow(item) ? `${String(item[subject])} ${factEnding(item.from)}` : n,
  );
  return [...groups.values()].flatMap((group) =>
    joined([...new Map(group.map((item) => [item.fact, item])).values()], subject),
  );
}

function joined(items: readonly FactItem[], subject: string): Row[] {
  const [first] = items;
  if (!first || items.length === 1) return [...items];
  const rows = items.map((item) => ({ ...item, [subject]: undefined, fact: undefined, expiresAt: undefined }));
  return [
    {
      [subject]: first[subject],
      fact: `rows#${contentId(items.map(({ fact }) => fact))}${factEnding(first.from)}`,
      packed: packed({ rows }),
      expiresAt: first.expiresAt,
    },
  ];
}

/** The rows of a group with its subject; undefined for an item that is no group. */
export function rowsIn(item: Readonly<Row>): readonly Row[] | undefined {
  const group = Group.safeParse(item).data;
  if (!group) return undefined;
  const { packed: bytes, fact: _, ...open } = group;
  return Rows.parse(unpacked(bytes)).rows.map((row) => ({ ...open, ...row }));
}

/** The group with other rows. */
export const withRows = (item: Readonly<Row>, rows: readonly Row[]): Row => ({ ...item, packed: packed({ rows }) });
