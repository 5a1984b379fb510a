import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';

/** The accounts at one bank that do not count, because the bank or all banks together report too many. */
export interface LeftOutAccounts {
  readonly bank: string;
  readonly count: number;
}

/** Says how many accounts a dossier leaves out; undefined where none are. */
export function leftOutAccountsInWords(leftOut: readonly LeftOutAccounts[] | undefined): string | undefined {
  if (leftOut === undefined || leftOut.length === 0) return undefined;
  const counts = leftOut.map(({ bank, count }) => `${formatCount(count)} tài khoản tại ${bankNameOf(bank)}`);
  return (
    `Không nêu: ${counts.join('; ')}. Doanh nghiệp có quá nhiều tài khoản; các tài khoản không nêu vẫn được lưu, ` +
    'nhưng không được xét khi đánh giá doanh nghiệp.'
  );
}
