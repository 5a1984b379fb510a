import { formatMoney } from '#shared/domain/vietnamese/money.ts';

/** Writes a share as officers do: `0.973` becomes `97,3 %`. */
export function percent(share: number): string {
  return `${decimal(share * 100)} %`;
}

/** Writes a share or a multiple, which is never negative, with at most one decimal after a comma. */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10);
  const whole = Math.floor(tenths / 10);
  const tenth = tenths - whole * 10;
  return tenth === 0 ? String(whole) : `${whole},${tenth}`;
}

/** Writes a number with dots between thousands, such as `9.226`. */
export const withThousandsDots = (whole: number): string => formatMoney(whole).slice(0, -UNIT.length);

const UNIT = ' đồng';

/** Rounds a share to a tenth of a per cent, as it is shown, so that rules compare the shown figures. */
export const roundedShare = (share: number): number => Math.round(share * 1000) / 1000;

/** Rounds to two decimals, which are the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
