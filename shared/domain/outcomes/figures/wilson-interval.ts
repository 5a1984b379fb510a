import type { Part } from './register-quality.ts';

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

/** Wilson's interval of 95 % for a share, in per cent with one decimal; undefined for a whole of 0. */
export function wilsonInterval({ part, whole }: Part): readonly [from: number, to: number] | undefined {
  if (whole === 0) return undefined;
  const share = part / whole;
  const spread = Z * Math.sqrt((share * (1 - share) + Z ** 2 / (4 * whole)) / whole);
  const [centre, scale] = [share + Z ** 2 / (2 * whole), 1 + Z ** 2 / whole];
  const percent = (value: number) => Math.round((1000 * value) / scale) / 10;
  return [percent(centre - spread), percent(centre + spread)];
}
