import * as z from 'zod';
import { type LinkMember, SHARED_KINDS, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import type { ReferenceForms } from './stored-references.ts';

const Member = z.object({
  enterpriseCode: z.string(),
  registeredOn: z.string(),
  badSigns: z.number(),
  badSignsWithout: z.record(z.string(), z.number()).optional(),
  onlyRegistered: z.literal(true).optional(),
  unsure: z.literal(true).optional(),
  atBank: z.literal(true).optional(),
  onlyAtBank: z.literal(true).optional(),
});
const Band = z.strictObject({
  kind: z.enum(SHARED_KINDS),
  ref: z.string(),
  size: z.number(),
  spreadDays: z.number(),
  badShare: z.number(),
  worseShare: z.number(),
  without: z.record(z.string(), z.strictObject({ badShare: z.number(), worseShare: z.number() })).optional(),
  badAtBank: z.number().optional(),
  badOnlyAtBank: z.literal(true).optional(),
});
const BandItem = z.object({
  value: z.string(),
  revision: z.number(),
  notified: z.boolean(),
  band: Band,
  expiresAt: z.number().optional(),
});

/** A shared value's band as last written. `notified` is false until its members have been sent to be assessed again. */
export interface StoredBand {
  readonly value: string;
  readonly revision: number;
  /** The revision under the key for writing, where a band under another key is newer; 0 where there is none. */
  readonly kept?: number | undefined;
  readonly notified: boolean;
  readonly band: SharedBand;
  /** The expiry in whole seconds since 1970. */
  readonly expiresAt?: number | undefined;
}

/** The companies of a value, sorted by code. */
export const membersIn = (items: readonly Record<string, unknown>[], limit: number): LinkMember[] =>
  items
    .map((item) => Member.parse(item))
    .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1))
    .slice(0, limit);

/** Each value's band: of two under different keys the newer one, otherwise the one under the key for writing. */
export function newestBands(items: readonly Record<string, unknown>[], hash: ReferenceForms): Map<string, StoredBand> {
  const found = new Map<string, StoredBand>();
  for (const item of items) {
    const { value: form, band, ...rest } = BandItem.parse(item);
    const value = hash.renewed(form);
    const one = { value, ...rest, band: { ...band, ref: hash.renewed(band.ref) } };
    const other = found.get(value);
    if (!other) found.set(value, form === value ? one : { ...one, kept: 0 });
    else if (form === value) found.set(value, one.revision < other.revision ? { ...other, kept: one.revision } : one);
    else if (one.revision > other.revision) found.set(value, { ...one, kept: other.revision });
  }
  return found;
}
