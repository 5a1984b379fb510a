import { formatMoney } from '#shared/domain/vietnamese/money.ts';

/** `0.973` as officers write it: `97,3 %`. */
export function percent(share: number): string {
  return `${decimal(share * 100)} %`;
}

/** At most one decimal, after a comma; of a share or a multiple, which are never below 0. */
export function decimal(value: number): string {
  const tenths = Math.round(value * 10);
  const whole = Math.floor(tenths / 10);
  const tenth = tenths - whole * 10;
  return tenth === 0 ? String(whole) : `${whole},${tenth}`;
}

/** `9.226`. */
export const grouped = (whole: number): string => formatMoney(whole).slice(0, -UNIT.length);

const UNIT = ' đồng';

/** A share to a tenth of a per cent, as it is shown: the figures that rules ask for are as fine. */
export const roundedShare = (share: number): number => Math.round(share * 1000) / 1000;

/** Two decimals are enough for a reader, and the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
