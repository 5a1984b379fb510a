import { Receipt } from '#shared/contracts/receipt.ts';
import { isLaterDrop } from '#shared/domain/drops/drop-order.ts';
import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import type { Drop } from '#shared/tables/drop-item.ts';

interface Recorded {
  readonly from?: Provenance | undefined;
}

/**
 * The rows of which facts were handed to the tables, so that a flow can check of every receipt that no row falls between:
 * rows read = rows that became facts (of which some wait for their day) + rows named as not used + rows returned.
 */
export function storedRows() {
  const rows = new Map<string, Set<string>>();
  const newest = new Map<string, Drop>();
  const dropOf = (file: string, version: string): string => `${file}\n${version}`;
  return {
    /** The table, with the rows noted that are written to it. */
    noted: <T extends { record(facts: readonly never[], ...rest: never[]): Promise<void> }>(table: T): T => ({
      ...table,
      async record(...[facts, ...rest]: Parameters<T['record']>) {
        await table.record(facts, ...rest);
        for (const { from } of facts as readonly Recorded[]) {
          if (from === undefined) continue;
          const drop = dropOf(from.file, from.version);
          rows.set(drop, (rows.get(drop) ?? new Set()).add(`${from.sheet ?? ''} ${from.row}`));
        }
      },
    }),
    /** Notes how a drop of a file stands now. */
    standsAs(drop: Drop | undefined): void {
      if (drop === undefined) return;
      const file = `${drop.feed}/${drop.file}`;
      const known = newest.get(file);
      if (known === undefined || !isLaterDrop(known.version, drop.version)) newest.set(file, drop);
    },
    /** @throws where a receipt of a file that counts leaves a row untold */
    checkReceipts(receipts: readonly string[], dropped: ReadonlySet<string>): void {
      for (const text of receipts) {
        const { feed, file, read, accepted, rejected, unused = 0 } = Receipt.parse(JSON.parse(text));
        const drop = newest.get(`${feed}/${file}`);
        if (!dropped.has(`${feed}/${file}`) || (drop?.state !== 'read' && drop?.state !== 'unreadable')) continue;
        const stored = countOf(rows.get(dropOf(`${feed}/${file}`, drop.version)));
        if (stored + unused + rejected !== read)
          throw new Error(
            `${feed}/${file}: ${read} rows read, but ${stored} stored, ${unused} not used, ${rejected} returned (${accepted} accepted)`,
          );
      }
    },
  };
}

/** Some tables note a row without its sheet; it is the row of that number that another table notes with it. */
function countOf(places: ReadonlySet<string> = new Set()): number {
  const rowsOfSheets = new Set(
    [...places].flatMap((place) => (place.startsWith(' ') ? [] : [place.replace(/^.* /u, ' ')])),
  );
  return [...places].filter((place) => !(place.startsWith(' ') && rowsOfSheets.has(place))).length;
}
