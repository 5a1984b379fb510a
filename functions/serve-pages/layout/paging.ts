import type { Paging } from './pagination.tsx';

const ROWS = 50;

/** The position of a page in its list, for a program. */
interface PagePlace {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/**
 * Selects one page of a list. @param asked the page number from the address; anything unreadable means the first page,
 * and too large a number the last
 */
export function listPageOf<T>(
  all: readonly T[],
  asked: string | undefined,
  hrefOf: (page: number) => string,
): { readonly items: readonly T[]; readonly paging: Paging; readonly place: PagePlace } {
  const pages = Math.max(1, Math.ceil(all.length / ROWS));
  const number = /^\d{1,6}$/u.test(asked ?? '') ? Number(asked) : 1;
  const page = Math.min(Math.max(1, number), pages);
  return {
    items: all.slice((page - 1) * ROWS, page * ROWS),
    paging: { page, pages, hrefOf },
    place: { page, pages, total: all.length },
  };
}
