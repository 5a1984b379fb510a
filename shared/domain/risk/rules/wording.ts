import { formatQuarter } from '#shared/domain/vietnamese/dates.ts';
import { formatMoney, withThousandsDots } from '#shared/domain/vietnamese/money.ts';

/** Writes a share as officers do: `0.973` becomes `97,3 %`. */
export function percent(share: number): string {
  return `${decimal(share * 100)} %`;
}

/** Writes a share or a multiple, which is never negative, with at most one decimal after a comma, such as `9.000,5`. */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10);
  const whole = Math.floor(tenths / 10);
  const tenth = tenths - whole * 10;
  return tenth === 0 ? withThousandsDots(whole) : `${withThousandsDots(whole)},${tenth}`;
}

/** Writes a share of a whole of which there is some, so that a small one is not shown as none. */
export const percentOfSome = (share: number): string => (share === 0 ? 'chưa đến 0,1 %' : percent(share));

/** Writes a time that was rounded to whole minutes. */
export const minutes = (whole: number): string =>
  whole === 0 ? 'chưa đến 1 phút' : `${withThousandsDots(whole)} phút`;

/** Writes how many of a company's accounts are meant, at the beginning of a sentence. */
export function someOfAccounts(some: number, all: number): string {
  if (some < all) return `${some} trên ${all} tài khoản`;
  return all === 1 ? 'Tài khoản duy nhất' : `Cả ${all} tài khoản`;
}

/** Says of how many other accounts a matter is unknown, at the end of a sentence. */
export const unsaidThen = (unsaid: number, why: string): string =>
  unsaid === 0 ? '' : `; ${unsaid} tài khoản khác ${why} nên chưa so được`;

/** Writes quarters at the beginning of a sentence, such as `Từ quý 3/2024 đến quý 2/2025`. */
export const quartersOf = (from: string, to: string): string =>
  from === to ? `Quý ${formatQuarter(from)}` : `Từ quý ${formatQuarter(from)} đến quý ${formatQuarter(to)}`;

export const capitalOf = (capital: number | undefined): string =>
  capital === undefined
    ? 'chưa rõ vốn điều lệ'
    : capital === 0
      ? 'không có vốn điều lệ'
      : `vốn điều lệ ${formatMoney(capital)}`;

export const insuredStaff = (insured: number): string =>
  insured === 0 ? 'chưa thấy lao động nào đóng bảo hiểm xã hội' : `${insured} lao động đóng bảo hiểm xã hội`;

/** Rounds a share to a tenth of a per cent, as it is shown, so that rules compare the shown figures. */
export const roundedShare = (share: number): number => Math.round(share * 1000) / 1000;

/** Rounds to two decimals, which are the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
