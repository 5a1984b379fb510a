import * as z from 'zod';
import { OFFICE_KINDS } from '#shared/domain/risk/province/company-sample.ts';
import type { ProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import { Packed, unpacked } from './packed.ts';

const days = z.strictObject({
  listed: z.literal(true).optional(),
  doubtful: z.literal(true).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const Sent = z.union([z.literal('nothing'), days]);
const areas = z.record(z.string(), Sent);

/** The result of a survey of the province. */
const ProvinceProfileItem = z.strictObject({
  offices: z.partialRecord(
    z.enum(OFFICE_KINDS),
    z.strictObject({ communes: areas, districts: areas, whole: Sent, someSilent: z.boolean() }),
  ),
  peers: z.record(z.string(), z.strictObject({ count: z.number(), quantiles: z.array(z.number()) })),
  wholeBanks: z.array(z.string()),
  countsAlone: z.record(z.string(), z.array(z.string())),
  commonSigns: z.record(z.string(), z.array(z.string())),
});

/** The item of the profile with its packed part. */
export const ProfileItem = Packed.transform((item): StoredProvinceProfile => {
  const { offices, peers, wholeBanks, countsAlone, commonSigns } = unpacked(item.packed);
  const profile = ProvinceProfileItem.parse({ offices, peers, wholeBanks, countsAlone, commonSigns });
  return { revision: Number(item['revision']), profile };
});
/** The province's last written profile. */
export interface StoredProvinceProfile {
  readonly revision: number;
  readonly profile: ProvinceProfile;
}
