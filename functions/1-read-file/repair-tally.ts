import type { RepairGroup } from '#shared/contracts/receipt.ts';
import type { Repair } from '#shared/contracts/feeds/feed-record.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';

/** The number of repairs of one kind that are reported one by one; more of them are reported in one line. */
const LISTED_ONE_BY_ONE = 10;
/** The largest number of kinds that are counted separately in one file. */
const MOST_KINDS = 200;

interface RepairKind {
  readonly first: Repair;
  readonly few: Repair[];
  count: number;
}

/** Counts the repairs of a file by column and reason: a column saved as numbers needs one repair for every row. */
export class RepairTally {
  readonly #kinds = new Map<string, RepairKind>();

  add(repairs: readonly Repair[]): void {
    for (const repair of repairs) {
      const kind = this.#kindOf(repair);
      kind.count += 1;
      if (kind.count <= LISTED_ONE_BY_ONE) kind.few.push(repair);
      else kind.few.length = 0;
    }
  }

  /** The repairs of kinds with few repairs. */
  get few(): readonly Repair[] {
    return [...this.#kinds.values()].flatMap(({ few }) => few);
  }

  /** The kinds with many repairs. */
  get many(): readonly RepairGroup[] {
    return this.#kindsOver(LISTED_ONE_BY_ONE);
  }

  /** The repairs of every kind. A file whose repairs are reported nowhere else needs all of them. */
  get all(): readonly RepairGroup[] {
    return this.#kindsOver(0);
  }

  /** Each kind with its first repair as an example, in which only the last four digits of a number are shown. */
  #kindsOver(least: number): readonly RepairGroup[] {
    return [...this.#kinds.values()]
      .filter(({ count }) => count > least)
      .map(({ count, first: { field, why, row, current, proposed } }) => ({
        field,
        why,
        count,
        firstRow: row,
        ...shownAlike(current, proposed),
      }));
  }

  #kindOf(repair: Repair): RepairKind {
    const own = `${repair.field}\n${repair.why}`;
    const key = this.#kinds.has(own) || this.#kinds.size < MOST_KINDS ? own : repair.field;
    const kind = this.#kinds.get(key) ?? { first: repair, few: [], count: 0 };
    this.#kinds.set(key, kind);
    return kind;
  }
}

/** The values without personal numbers. Where they would look alike, their numbers of digits tell them apart. */
function shownAlike(current: string, proposed: string): { readonly current: string; readonly proposed: string } {
  const masked = { current: maskNumbers(current), proposed: maskNumbers(proposed) };
  if (masked.current !== masked.proposed) return masked;
  const digits = (text: string) => `${masked.current} (${text.replaceAll(/\D/gu, '').length} chữ số)`;
  return { current: digits(current), proposed: digits(proposed) };
}
