/** `0.973` as officers write it: `97,3 %`. */
export function percent(share: number): string {
  return `${decimal(share * 100)} %`;
}

/** At most one decimal, after a comma. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

/** Two decimals are enough for a reader, and the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
