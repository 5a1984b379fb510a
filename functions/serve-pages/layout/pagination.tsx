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
