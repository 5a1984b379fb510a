import { MEASURES } from '#shared/domain/risk/measure.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { companyBands } from '#shared/domain/risk/rings/company-bands.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';
import { linkMemberOf } from '#shared/domain/risk/senders/link-member.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { linksTable } from '#shared/tables/links.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { gatherFacts, type GatherPorts, type ProvinceContext } from '#shared/use-cases/company-facts/gather-facts.ts';
import { measuresInForce } from '#shared/use-cases/measures-in-force.ts';
import type { FinishedRun } from '../run.ts';

const AT_ONCE = 16;

/** A company's facts, and the name of its commune (xã, phường), empty where its address does not tell it. */
export interface GatheredCompany {
  readonly facts: CompanyFacts;
  readonly communeName: string;
}

/** Gathers the facts of companies as their assessment gathers them. */
export async function gatheredCompanies(
  enterpriseCodes: readonly string[],
  { db, tables, measures: atFirst, secrets, settings }: FinishedRun,
  province: ProvinceContext,
): Promise<GatheredCompany[]> {
  const table = (name: string) => tables[name] ?? name;
  const hash = keyedHash(await readSecret(settings['HASH_SECRET_ARN'] ?? '', secrets));
  const drops = dropStates(db, table('files'));
  const links = linksTable(db, table('links'), hash);
  const ports: GatherPorts = {
    companies: companiesTable(db, table('companies'), hash, drops),
    accounts: accountsTable(db, table('accounts'), hash, drops),
    subscribers: subscribersTable(db, table('subscribers'), hash, drops),
    listingDays: Number(settings['LISTING_DAYS']),
    hash,
  };
  const verified = await verificationsTable(db, table('verifications')).of(enterpriseCodes);
  const on = MEASURES.filter((measure) => atFirst.split(',').includes(measure));
  const measures = await measuresInForce(measuresTable(db, table('measures')), on, () => new Date())();
  const gathered = await inParallel(enterpriseCodes, AT_ONCE, async (code): Promise<GatheredCompany[]> => {
    const company = await gatherFacts(code, verified.get(code), province, ports);
    if (typeof company === 'string') return [];
    const { facts, values, sample } = company;
    const standing = await links.bands([...new Set(values.map(valueKey))]);
    const bands = companyBands(linkMemberOf(facts, measures), values, (key) => standing.get(key)?.band);
    return [{ facts: { ...facts, ...bands }, communeName: sample.place.communeName ?? '' }];
  });
  return gathered.flat();
}
