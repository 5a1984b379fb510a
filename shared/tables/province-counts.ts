import { COMPANY_CLOCKS, type CompanyDuties } from '#shared/domain/outcomes/clocks/company-duties.ts';
import {
  type QualityOfCompany,
  type RegisterQuality,
  registerQuality,
} from '#shared/domain/outcomes/figures/register-quality.ts';
import { type BankShare, bankShares, type ToldByBanks } from '#shared/domain/outcomes/figures/told-by-banks.ts';
import { sampleIn } from './company-sample.ts';
import { keptOnce } from './kept-once.ts';

/** The number of each value, in the order of the values. */
type ValueCounts = Record<string, number>;

/**
 * The numbers of companies by verdict, by activity, and by the status of each deadline, each bank's share in the flags, and
 * how clean the register is.
 */
export interface ProvinceCounts {
  readonly verdicts: ValueCounts;
  readonly activities: ValueCounts;
  readonly duties: Readonly<Record<string, ValueCounts>>;
  readonly banks: Readonly<Record<string, BankShare>>;
  readonly quality: RegisterQuality;
}

interface CountedCompany {
  readonly verdict: string;
  readonly activity: string;
  readonly sample?: Uint8Array | undefined;
}

/** Counts companies one by one, so that of each only what the measures of the register need is kept. */
export function provinceCounts() {
  const verdicts = new Map<string, number>();
  const activities = new Map<string, number>();
  const duties = new Map(COMPANY_CLOCKS.map((clock) => [clock, new Map<string, number>()] as const));
  const told: ToldByBanks[] = [];
  const qualities: QualityOfCompany[] = [];
  const [texts, ownDuties, ownQuality] = [
    keptOnce<string>(),
    keptOnce<CompanyDuties>(),
    keptOnce<QualityOfCompany['quality']>(),
  ];
  return {
    add({ verdict, activity, sample: bytes }: CountedCompany): void {
      addTo(verdicts, verdict);
      addTo(activities, activity);
      const known = sampleIn(bytes);
      if (!known) return;
      const { sample, quality, duties: own = {} } = known;
      for (const [clock, counts] of duties) addTo(counts, own[clock]);
      if (verdict === 'flagged' && known.told) told.push(known.told);
      qualities.push({
        commune: sample.place.commune === undefined ? undefined : texts(sample.place.commune),
        registeredOn: texts(sample.registeredOn),
        quality: ownQuality(quality),
        duties: ownDuties(own),
      });
    },
    all: (): ProvinceCounts => ({
      verdicts: inOrder(verdicts),
      activities: inOrder(activities),
      duties: Object.fromEntries([...duties].flatMap(([clock, own]) => (own.size > 0 ? [[clock, inOrder(own)]] : []))),
      quality: registerQuality(qualities),
      banks: bankShares(told),
    }),
  };
}

function addTo(counts: Map<string, number>, value: string | undefined): void {
  if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
}

const inOrder = (counts: ReadonlyMap<string, number>): ValueCounts =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
