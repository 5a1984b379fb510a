/** The billed quantities, in the units of the prices. */
export interface BilledUsage {
  writeUnits: number;
  readUnits: number;
  queueRequests: number;
  keyRequests: number;
  objectPuts: number;
  objectGets: number;
  invocations: number;
  gigabyteSeconds: number;
  logGigabytes: number;
}

/**
 * US$ list prices of ap-southeast-1 (Singapore), on demand, without free tiers, as known on 2026-11-24. Published price
 * lists that could be read here name us-east-1 only: DynamoDB 0.625 and 0.125 a million units (AWS price list of
 * 2026-09-11), Lambda 0.20 a million and 0.0000133334 a GB-second on ARM. Singapore's own figures, DynamoDB and logs
 * above all, are from general knowledge: check them before quoting a sum; the ratio to the floor hardly moves with them.
 */
const PRICES: Readonly<Record<keyof BilledUsage, number>> = {
  writeUnits: 0.71 / 1e6,
  readUnits: 0.1425 / 1e6,
  queueRequests: 0.4 / 1e6,
  keyRequests: 0.03 / 1e4,
  objectPuts: 0.005 / 1e3,
  objectGets: 0.0004 / 1e3,
  invocations: 0.2 / 1e6,
  gigabyteSeconds: 0.000_013_333_4,
  logGigabytes: 0.7,
};

export const NOTHING: Readonly<BilledUsage> = {
  writeUnits: 0,
  readUnits: 0,
  queueRequests: 0,
  keyRequests: 0,
  objectPuts: 0,
  objectGets: 0,
  invocations: 0,
  gigabyteSeconds: 0,
  logGigabytes: 0,
};

export const kindsOfUsage = Object.keys(NOTHING).filter((kind): kind is keyof BilledUsage => kind in NOTHING);

export const usd = (usage: BilledUsage): number =>
  kindsOfUsage.reduce((sum, kind) => sum + usage[kind] * PRICES[kind], 0);

/** The US$ of each kind for a million of the units of `usage`. */
export const usdByKind = (usage: BilledUsage, of: number): Record<string, number> =>
  Object.fromEntries(kindsOfUsage.map((kind) => [kind, Math.round(((usage[kind] * PRICES[kind]) / of) * 1e8) / 100]));
