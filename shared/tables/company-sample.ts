import * as z from 'zod';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { UsedProvinceProfile } from '#shared/domain/risk/province/province-profile.ts';
import { COMPANY_CLOCKS, type CompanyDuties } from '#shared/domain/outcomes/clocks/company-duties.ts';
import type { CompanyQuality } from '#shared/domain/outcomes/figures/register-quality.ts';
import { TELLINGS, type ToldByBanks } from '#shared/domain/outcomes/figures/told-by-banks.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { SAYINGS } from '#shared/domain/risk/senders/unusual.ts';
import { OFFICE_KINDS } from '#shared/domain/risk/province/office-kinds.ts';
import { keptOnce } from './kept-once.ts';
import { packed, unpacked } from './packed.ts';

const Span = z.strictObject({ from: z.string(), to: z.string() });
const text = z.string().optional();

const Sample = z.strictObject({
  sample: z.strictObject({
    place: z.strictObject({ commune: text, communeName: text, district: text }),
    registeredOn: z.string(),
    files: z.boolean(),
    spans: z.partialRecord(z.enum(SIGNAL_KINDS), Span),
    workedUntil: text,
    declaresLittle: z.boolean().optional(),
    sentBy: z.record(z.string(), z.boolean()).optional(),
    unreportedAt: z.array(z.string()).optional(),
    leaning: z
      .strictObject({
        enterpriseCode: z.string(),
        on: z.array(z.string()),
        flags: z.literal(true).optional(),
        saidOnlyBy: z.array(z.string()).optional(),
      })
      .optional(),
    says: z.partialRecord(z.enum(SAYINGS), z.array(z.string())).optional(),
    isAccused: z.literal(true).optional(),
    cohort: z.string(),
    shows: z.array(z.string()),
    hasSign: z.literal(true).optional(),
    cell: z.string(),
    figures: z.strictObject({ holdMinutes: z.number().optional() }),
  }),
  usedProfile: z.strictObject({
    covered: z.partialRecord(z.enum(OFFICE_KINDS), Span),
    revenuesDoubtful: z.literal(true).optional(),
    everybody: z.literal(true).optional(),
    ownersDeclared: z.literal(true).optional(),
    peers: z.strictObject({ cell: z.string(), count: z.number(), below: z.number() }).optional(),
    unused: z.record(z.string(), Span).optional(),
    countsAlone: z.array(z.string()).optional(),
    commonSigns: z.array(z.string()).optional(),
  }),
  duties: z.partialRecord(z.enum(COMPANY_CLOCKS), z.enum(['due', 'late', 'kept', 'missed'])).optional(),
  quality: z.strictObject({
    complete: z.boolean(),
    agrees: z.boolean().optional(),
    found: z.boolean().optional(),
  }),
  told: z.record(z.string(), z.partialRecord(z.enum([...TELLINGS, 'needed']), z.number())).optional(),
});

/** What the index has of a company of which an assessment was written. */
interface KeptSample {
  readonly sample: CompanySample;
  readonly usedProfile: UsedProvinceProfile;
  readonly duties?: CompanyDuties | undefined;
  readonly quality: CompanyQuality;
  /** Of a flagged company: what banks tell of its accounts, and whether it needs them. */
  readonly told?: ToldByBanks | undefined;
}

export const sampleIn = (bytes: Uint8Array | undefined): KeptSample | undefined =>
  bytes === undefined ? undefined : Sample.parse(unpacked(bytes));

export const packedSample = (kept: KeptSample) => packed({ ...kept });

/** Gives samples whose parts are the same objects as the equal parts of earlier ones. Each span is kept apart, because few companies have all of them alike. */
export function samplesKeptOnce(): (sample: CompanySample) => CompanySample {
  const [texts, lists, span] = [keptOnce<string>(), keptOnce<readonly string[]>(), keptOnce<z.infer<typeof Span>>()];
  const [places, figures] = [keptOnce<CompanySample['place']>(), keptOnce<CompanySample['figures']>()];
  const sent = keptOnce<CompanySample['sentBy']>();
  return (sample) => ({
    ...sample,
    place: places(sample.place),
    registeredOn: texts(sample.registeredOn),
    workedUntil: sample.workedUntil && texts(sample.workedUntil),
    spans: Object.fromEntries(Object.entries(sample.spans).map(([kind, one]) => [kind, span(one)])),
    cohort: texts(sample.cohort),
    shows: lists(sample.shows),
    cell: texts(sample.cell),
    sentBy: sent(sample.sentBy),
    unreportedAt: sample.unreportedAt && lists(sample.unreportedAt),
    figures: figures(sample.figures),
  });
}
