import type { VNode } from 'preact';

export interface Paging {
  /** The page number, from 1. */
  readonly page: number;
  readonly pages: number;
  readonly hrefOf: (page: number) => string;
}

export function Pagination({ page, pages, hrefOf }: Paging): VNode | null {
  if (pages <= 1) return null;
  return (
    <nav class="govuk-pagination" aria-label="Các trang">
      {page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={hrefOf(page - 1)} rel="prev">
            Trang trước
          </a>
        </div>
      )}
      <p class="govuk-body desk-page-number">{`Trang ${page} trong ${pages}`}</p>
      {page < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={hrefOf(page + 1)} rel="next">
            Trang sau
          </a>
        </div>
      )}
    </nav>
  );
}

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
