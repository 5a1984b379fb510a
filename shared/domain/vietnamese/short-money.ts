const UNITS = [
  { of: 1e9, name: 'tỷ' },
  { of: 1e6, name: 'triệu' },
] as const;

/** Writes an amount in three digits or so, such as `40,2 tỷ` or `521 triệu`; below a million it says that it is less. */
export function shortMoney(amount: number): string {
  if (amount === 0) return '0';
  const unit = UNITS.find(({ of }) => amount >= of * 0.9995);
  if (!unit) return 'dưới 1 triệu';
  const value = amount / unit.of;
  const digits = value < 99.95 ? 1 : 0;
  return `${value.toLocaleString('vi-VN', { maximumFractionDigits: digits })} ${unit.name}`;
}
