import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { AccountFact } from '#shared/tables/account-fact.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { CompanyFact } from '#shared/tables/company-item.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';
import type { Subscribers } from '#shared/tables/subscribers.ts';
import type { FileDrop } from '#shared/tables/superseded.ts';
import { type FactTables, factsOf, type ReadFact } from './record-facts.ts';

export interface SupersedePorts extends Pick<FactTables, 'hash'> {
  readonly companies: Pick<Companies, 'supersede'>;
  readonly accounts: Pick<Accounts, 'supersede'>;
  readonly policeRecords: Pick<PoliceRecords, 'supersede'>;
  readonly subscribers: Pick<Subscribers, 'supersede'>;
}

/** Whom the deleted facts concern, beside those whom the file's own rows concern. */
export interface FormerlyConcerned {
  /** Companies that held an account which the file now assigns to somebody else. */
  readonly companies: readonly string[];
  /** Old numbers of people, which companies may have declared. */
  readonly documentNumbers: readonly string[];
}

const AT_ONCE = 16;

/**
 * Deletes the facts of an earlier drop of the same file that this drop contradicts: those of the same version of a
 * company, signal, account and period, person, or phone. Facts that this drop does not mention stay, since a sender may reuse
 * a name for another month's rows.
 */
export async function supersedeFacts(
  records: readonly ReadFact[],
  drop: FileDrop,
  { companies, accounts, policeRecords, subscribers, hash }: SupersedePorts,
): Promise<FormerlyConcerned> {
  const facts = factsOf(records, hash);
  const ofCompanies = Map.groupBy(facts.companies, ({ enterpriseCode }: CompanyFact) => enterpriseCode);
  const ofAccounts = Map.groupBy(facts.accounts, ({ accountRef }: AccountFact) => accountRef);
  const ofPeople = Map.groupBy(facts.policeRecords, ({ documentNumber }) => documentNumber);
  const ofPhones = Map.groupBy(facts.subscribers, ({ phoneRef }) => phoneRef);
  await inParallel([...ofPhones], AT_ONCE, ([phone, own]) => subscribers.supersede(phone, own, drop));
  await inParallel([...ofCompanies], AT_ONCE, ([code, own]) => companies.supersede(code, own, drop));
  const numbers = await inParallel([...ofPeople], AT_ONCE, ([number, own]) =>
    policeRecords.supersede(number, own, drop),
  );
  const holders = await inParallel([...ofAccounts], AT_ONCE, ([, own]) => accounts.supersede(own, drop));
  return { companies: holders.flat(), documentNumbers: numbers.flat() };
}
