import { withThousandsDots } from '#shared/domain/vietnamese/money.ts';

/** Writes a share as officers do: `0.973` becomes `97,3 %`. A small share is not written as none, nor a large one as all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.0005) return 'chưa đến 0,1 %';
  return share >= 0.9995 && share < 1 ? 'trên 99,9 %' : `${decimal(share * 100)} %`;
}

/** Writes a share or a multiple, which is never negative, with at most one decimal after a comma, such as `9.000,5`. */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10);
  const whole = Math.floor(tenths / 10);
  const tenth = tenths - whole * 10;
  return tenth === 0 ? withThousandsDots(whole) : `${withThousandsDots(whole)},${tenth}`;
}

/** Writes a time that was rounded to whole minutes. */
export const minutes = (whole: number): string =>
  whole === 0 ? 'chưa đến 1 phút' : `${withThousandsDots(whole)} phút`;

/** Writes quarters at the beginning of a sentence, such as `Từ quý 3/2024 đến quý 2/2025`. */
export const quartersOf = ({
  fromQuarter: from,
  toQuarter: to,
}: Record<'fromQuarter' | 'toQuarter', string>): string =>
  from === to ? `Quý ${from}` : `Từ quý ${from} đến quý ${to}`;

export const capitalOf = (capital: number | undefined, said: string | undefined): string =>
  capital === undefined ? 'chưa rõ vốn điều lệ' : capital === 0 ? 'không có vốn điều lệ' : `vốn điều lệ ${said}`;

export const insuredStaff = (insured: number, said: string): string =>
  insured === 0 ? 'chưa thấy lao động nào đóng bảo hiểm xã hội' : `${said} lao động đóng bảo hiểm xã hội`;

const LESS_THAN_SHOWN = 0.0001;
/** Rounds a share to a tenth of a per cent, as it is shown, so that rules compare the shown figures. Less than that is not none, and not quite all is not all. */
export function roundedShare(share: number): number {
  const shown = Math.round(share * 1000) / 1000;
  if (shown === 1 && share < 1) return 1 - LESS_THAN_SHOWN;
  return shown || (share > 0 ? LESS_THAN_SHOWN : 0);
}

/** Rounds to two decimals, which are the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
