import type { Accounts } from '#shared/tables/accounts.ts';
import type { TakenAccount } from '#shared/tables/taken-accounts.ts';
import type { Companies } from '#shared/tables/companies.ts';
import { type Concerned, ofEachKind } from '#shared/tables/concerned.ts';
import type { Files } from '#shared/tables/files.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';
import type { Subscribers } from '#shared/tables/subscribers.ts';
import type { TakenDrops } from '#shared/tables/superseded.ts';
import { chunksOf, inParallel } from '#shared/runtime/in-parallel.ts';
import { documentLinkOf, subscriptionLinkOf } from '#shared/tables/links.ts';
import { ConcernedCompanies, type ConcernedCompaniesPorts } from './concerned-companies.ts';

export type TakeBackPorts = ConcernedCompaniesPorts & {
  readonly companies: Pick<Companies, 'takenBack' | 'takeBack'>;
  readonly accounts: Pick<Accounts, 'takenBack' | 'takeBack'>;
  readonly policeRecords: Pick<PoliceRecords, 'takenBack' | 'takeBack'>;
  readonly subscribers: Pick<Subscribers, 'takenBack' | 'takeBack'>;
  readonly files: Pick<Files, 'concernedByTaken' | 'recordTaken' | 'forgetTaken'>;
};

/** Facts under one partition key, whom they concern, and how they are deleted. */
interface Taken {
  readonly concerned: Partial<Concerned>;
  readonly takeBack: () => Promise<void>;
}

/** The number of companies, accounts or people whose facts are deleted before those concerned are notified. */
const CHUNK = 200;
const AT_ONCE = 16;

/**
 * Deletes all facts of drops of a file, and sends messages for the companies and accounts that they concerned. Whom a
 * chunk of facts concerns is stored before the chunk is deleted, so that a run that was ended in between is followed by
 * one that sends the messages. A repetition changes nothing. @returns how many companies, accounts or people had facts
 */
export async function takeBackDrops(drops: TakenDrops, ports: TakeBackPorts): Promise<number> {
  const { files } = ports;
  const left = await files.concernedByTaken(drops.file);
  const taken = await factsOf(drops, ports);
  // An earlier reader that has failed may have deleted facts of these, so that a list of facts no longer shows them
  await notify(left, ports);
  for (const chunk of chunksOf(taken, CHUNK)) {
    const concerned = joined(chunk.map((one) => one.concerned));
    await files.recordTaken(drops.file, concerned);
    await inParallel(chunk, AT_ONCE, ({ takeBack }) => takeBack());
    await notify(concerned, ports);
    await files.forgetTaken(drops.file, concerned);
  }
  await files.forgetTaken(drops.file, left);
  return taken.length;
}

async function notify(concerned: Partial<Concerned>, ports: TakeBackPorts): Promise<void> {
  await new ConcernedCompanies(concerned).notifySteps(ports);
}

/** The facts of the drops, in the one table in which their feed's rows are stored. */
async function factsOf(drops: TakenDrops, ports: TakeBackPorts): Promise<readonly Taken[]> {
  const { companies, accounts, policeRecords, subscribers } = ports;
  switch (drops.file.slice(0, drops.file.indexOf('/'))) {
    case 'registrations':
    case 'activities':
      return (await companies.takenBack(drops)).map(({ enterpriseCode: code, wasRegistered }) => ({
        concerned: wasRegistered ? { registered: [code] } : { companies: [code] },
        takeBack: () => companies.takeBack(code, drops),
      }));
    case 'identities':
      return (await policeRecords.takenBack(drops)).map(({ ref, oldRefs }) => ({
        concerned: { documents: [ref, ...oldRefs].map(documentLinkOf) },
        takeBack: () => policeRecords.takeBack(ref, drops),
      }));
    case 'subscribers':
      return (await subscribers.takenBack(drops)).map((ref) => ({
        concerned: { phones: [subscriptionLinkOf(ref)] },
        takeBack: () => subscribers.takeBack(ref, drops),
      }));
    default:
      return (await accounts.takenBack(drops)).map((account) => ({
        concerned: concernedBy(account),
        takeBack: () => accounts.takeBack(account.accountRef, drops),
      }));
  }
}

const concernedBy = ({ accountRef, readingRefs, companies, wasListed }: TakenAccount): Partial<Concerned> => ({
  companies,
  accounts: readingRefs,
  listed: wasListed ? [accountRef] : [],
});

const joined = (all: readonly Partial<Concerned>[]): Concerned =>
  ofEachKind((kind) => [...new Set(all.flatMap((one) => one[kind] ?? []))]);
