import * as z from 'zod';
import { PEER_INDICATORS } from '#shared/domain/risk/facts/peer-comparison.ts';
import { OFFICE_KINDS } from '#shared/domain/risk/province/company-sample.ts';

const days = z.strictObject({
  listed: z.literal(true).optional(),
  doubtful: z.literal(true).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const Sent = z.union([z.literal('nothing'), days]);
const areas = z.record(z.string(), Sent);

/** The result of a survey of the province. */
export const ProvinceProfileItem = z.strictObject({
  offices: z.partialRecord(
    z.enum(OFFICE_KINDS),
    z.strictObject({ communes: areas, districts: areas, whole: Sent, someSilent: z.boolean() }),
  ),
  peers: z.record(
    z.string(),
    z.strictObject({ count: z.number(), quantiles: z.partialRecord(z.enum(PEER_INDICATORS), z.array(z.number())) }),
  ),
  wholeBanks: z.array(z.string()).default([]),
});
