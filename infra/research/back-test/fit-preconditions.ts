import type { FoldedExample } from './cross-validate.ts';

/**
 * The source of an example's label: a made province, a flag that the police decided on, or a random company that was
 * inspected.
 */
export type LabelSource = 'label' | 'flag' | 'random';

/** An example with the source of its label. */
export interface SourcedExample extends FoldedExample {
  readonly source: LabelSource;
}

const FEWEST_SHELLS = 20;
const FEWEST_HONEST = 50;
const FEWEST_AT_RANDOM = 50;

/**
 * The reason, in Vietnamese, why weights may not be fitted to these decisions; undefined where they may. Flagged
 * companies alone show neither the shells that the rules miss nor the share of shells in the province, so a random
 * sample of the other companies is required.
 */
export function reasonNotToFit(examples: readonly SourcedExample[]): string | undefined {
  const shells = examples.filter(({ shell }) => shell).length;
  const honest = examples.length - shells;
  if (shells < FEWEST_SHELLS || honest < FEWEST_HONEST)
    return `Quá ít quyết định để hiệu chỉnh: có ${shells} xác nhận và ${honest} bác bỏ, cần ít nhất ${FEWEST_SHELLS} và ${FEWEST_HONEST}.`;
  if (examples.every(({ source }) => source === 'label')) return undefined;
  const random = examples.filter(({ source }) => source === 'random').length;
  return random >= FEWEST_AT_RANDOM
    ? undefined
    : `Quyết định chỉ về doanh nghiệp đã bị gắn cờ (${random} doanh nghiệp chọn ngẫu nhiên, cần ít nhất ${FEWEST_AT_RANDOM}): hiệu chỉnh theo đó sẽ thiên lệch.`;
}

/**
 * The province's share of shells: the confirmed ones among the flagged companies, and for the others the share found in
 * the random sample. Labelled data have their own share.
 */
export function prevalenceOf(examples: readonly SourcedExample[], companies: number): number {
  const share = (some: readonly SourcedExample[]) =>
    some.filter(({ shell }) => shell).length / Math.max(1, some.length);
  if (examples.every(({ source }) => source === 'label')) return within(share(examples));
  const flags = examples.filter(({ source }) => source === 'flag');
  const random = examples.filter(({ source }) => source === 'random');
  const others = Math.max(0, companies - flags.length);
  return within((share(flags) * flags.length + share(random) * others) / Math.max(1, companies));
}

/** Each company of the random sample represents an equal part of the unflagged companies. */
export function weighedBySource(examples: readonly SourcedExample[], companies: number): SourcedExample[] {
  const flags = examples.filter(({ source }) => source === 'flag').length;
  const random = examples.filter(({ source }) => source === 'random').length;
  const standsFor = random === 0 ? 1 : Math.max(1, (companies - flags) / random);
  return examples.map((one) => (one.source === 'random' ? { ...one, share: standsFor } : one));
}

/** Keeps the share away from 0 and 1, for which no odds exist. */
const within = (share: number): number => Math.min(0.5, Math.max(0.0005, share));
