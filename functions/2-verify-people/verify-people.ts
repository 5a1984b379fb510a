import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { peopleInForce } from '#shared/domain/risk/facts/people-in-force.ts';
import { representativesBefore } from '#shared/domain/risk/facts/representatives-before.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import { rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import { hasForeignPassport, UNCHECKED } from '#shared/domain/identity/match/choose-match.ts';
import type { PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import { type DeclaredPerson, isNameAlone } from '#shared/domain/identity/registration.ts';
import {
  companyScripts,
  conflictEntry,
  laterEntry,
  personWorklist,
} from '#shared/domain/notification/worklist/people-worklist.ts';
import type { WorklistEntry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import { PoliceServiceRefused, PoliceServiceUnavailable } from '#shared/clients/police-verification.ts';
import type { CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { log } from '#shared/runtime/log.ts';
import { OVERTAKEN, type Overtaken, untilWrittenFrom } from '#shared/runtime/until-written.ts';
import type { Expiry } from '#shared/runtime/retention.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { Files } from '#shared/tables/files.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { policeCoverageIn } from '#shared/tables/read-coverage.ts';
import type { Verification, Verifications, VerifiedPersonItem } from '#shared/tables/verifications.ts';
import { verifyWithFormer } from './verify-with-former.ts';
import type { PoliceAnswer, PoliceSource } from './police-source.ts';

export interface VerifyPeoplePorts {
  readonly companies: Pick<Companies, 'registered'>;
  readonly verifications: Pick<Verifications, 'of' | 'record'>;
  readonly files: Pick<Files, 'coverage'>;
  /** Has the states of drops looked up anew. */
  readonly renewDrops: () => void;
  readonly police: PoliceSource;
  readonly verifyLater: SendMessages<RegistrationRecorded>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly hash: KeyedHash;
  readonly expiry: Expiry;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

const FIRST_WAIT_SECONDS = 120;
const LONGEST_WAIT_SECONDS = 1800;

/** A person who is not found is unchecked until an extract has been read to its end and declares itself complete. */
export async function readPoliceCoverage({
  files,
  now,
}: Pick<VerifyPeoplePorts, 'files' | 'now'>): Promise<PoliceCoverage> {
  return policeCoverageIn(await files.coverage(['registrations', 'identities'], now()));
}

/** What is read at once for all companies of a batch. */
export interface VerifiedAsRead {
  readonly verified: ReadonlyMap<string, Verification>;
  readonly policeData: PoliceCoverage;
}

/** Reads what is stored, and only then what the next verifications are made from. */
export async function readVerified(
  messages: readonly RegistrationRecorded[],
  ports: Pick<VerifyPeoplePorts, 'verifications' | 'files' | 'renewDrops' | 'now'>,
): Promise<VerifiedAsRead> {
  const codes = new Set(messages.map(({ enterpriseCode }) => enterpriseCode));
  const verified = await ports.verifications.of([...codes]);
  ports.renewDrops();
  return { verified, policeData: await readPoliceCoverage(ports) };
}

/**
 * Checks every person of the company's version in force, field by field. An outage of the police service only delays
 * the check and decides nothing.
 * @throws {NeverPossible} where the service refuses to answer about somebody, once the others have been checked
 */
export function verifyPeople(
  message: RegistrationRecorded,
  batch: VerifiedAsRead,
  ports: VerifyPeoplePorts,
): Promise<void> {
  return untilWrittenFrom(
    batch,
    () => readVerified([message], ports),
    (asRead) => verifyOnce(message, asRead, ports),
  );
}

async function verifyOnce(
  { enterpriseCode, tries = 0 }: RegistrationRecorded,
  { verified: known, policeData }: VerifiedAsRead,
  ports: VerifyPeoplePorts,
): Promise<void | Overtaken> {
  const before = known.get(enterpriseCode);
  const revision = (before?.revision ?? 0) + 1;
  const { registrations, settledTasks } = await ports.companies.registered(enterpriseCode);
  const today = ports.rulesClock.today();
  const rows = rowsUntil(registrations, today);
  const later = laterEntries(registrations, today).filter((entry) => !settledTasks.has(taskIdOf(entry)));
  if (rows.length === 0) {
    const name = registrations.length === 0 ? '' : foldVersions(registrations).current.name;
    const nobody = { enterpriseCode, revision, name, people: [], worklist: later };
    return before || registrations.length > 0 ? recordNobody(nobody, ports) : undefined;
  }
  const versions = foldVersions(rows);
  const { current, peopleSince, roleTakenOn, conflicts } = versions;
  const inForce = [...current.people].map((person, place) => ({ person, since: peopleSince[place] ?? roleTakenOn }));
  const everyone = [...inForce, ...representativesBefore(versions)];

  const asked = await askOfAll(
    { enterpriseCode, tries },
    everyone,
    { told: rows.flatMap(({ person }) => person ?? []), policeData },
    ports,
  );
  if (asked === 'later') return undefined;
  const verified = everyone.map(
    ({ person, since }, place): { person: VerifiedPersonItem; entries: WorklistEntry[] } => {
      const answer = asked[place];
      if (answer === undefined || isRefused(answer))
        return { person: unanswered(enterpriseCode, person, before?.people ?? [], ports.hash), entries: [] };
      return {
        person: personOf(enterpriseCode, person, answer, ports.hash),
        entries: personWorklist(enterpriseCode, person, answer.verdict, { roleTakenOn: since, today }),
      };
    },
  );
  const all = verified.map(({ person }) => person);
  const people = all.slice(0, inForce.length);
  const formerRepresentatives = all.slice(inForce.length);
  const worklist = [
    ...conflicts.map(conflictEntry),
    ...companyScripts(current),
    ...verified.slice(0, inForce.length).flatMap(({ entries }) => entries),
    ...later,
  ].filter((entry) => !settledTasks.has(taskIdOf(entry)));
  const verification = {
    enterpriseCode,
    revision,
    name: current.name,
    peopleRef: ports.hash('people', peopleInForce(versions)),
    people,
    formerRepresentatives,
    worklist,
  };
  if (!(await ports.verifications.record(verification, all.some(isUnsettled), ports.expiry()))) return OVERTAKEN;
  await ports.assess([{ enterpriseCode }]);
  const refused = asked.slice(0, inForce.length).find(isRefused);
  if (refused) throw new NeverPossible('police_service_refused', refused.message);
  return undefined;
}

/** One entry for each day that is still to come, the earliest first. */
const laterEntries = (rows: readonly RegistrationRow[], today: IsoDate): WorklistEntry[] => {
  const byDay = new Map(rows.map(({ company }) => [company.amendedOn ?? company.registeredOn, company]));
  const days = [...byDay].filter(([day]) => day > today).sort(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([, company]) => laterEntry(company, today));
};

/** Nobody of a company is verified before its registration's day, or once the registration was taken back. */
async function recordNobody(
  nobody: Verification & { readonly name: string },
  { verifications, assess, expiry }: VerifyPeoplePorts,
): Promise<void | Overtaken> {
  if (!(await verifications.record(nobody, nobody.worklist.length > 0, expiry()))) return OVERTAKEN;
  await assess([{ enterpriseCode: nobody.enterpriseCode }]);
}

interface PersonSince {
  readonly person: DeclaredPerson;
  readonly since: IsoDate;
}
type AnswerOrRefusal = PoliceAnswer | PoliceServiceRefused;
const isRefused = (asked: AnswerOrRefusal): asked is PoliceServiceRefused => asked instanceof PoliceServiceRefused;

/** The answers in the order of the people, or `later` where an outage has delayed them. */
async function askOfAll(
  { enterpriseCode, tries }: { readonly enterpriseCode: string; readonly tries: number },
  everyone: readonly PersonSince[],
  { told, policeData }: { readonly told: readonly DeclaredPerson[]; readonly policeData: PoliceCoverage },
  { police, verifyLater }: VerifyPeoplePorts,
): Promise<readonly AnswerOrRefusal[] | 'later'> {
  const ask = async ({ person, since }: PersonSince): Promise<AnswerOrRefusal> => {
    if (isNameAlone(person)) return { verdict: UNCHECKED };
    try {
      return await verifyWithFormer(person, since, told, { police, policeData });
    } catch (error) {
      if (error instanceof PoliceServiceRefused) return error;
      throw error;
    }
  };
  try {
    return await inParallel(everyone, 4, ask);
  } catch (error) {
    if (!(error instanceof PoliceServiceUnavailable)) throw error;
    log('POLICE_SERVICE_UNAVAILABLE', { reason: error.outage });
    const { retryAfterSeconds = FIRST_WAIT_SECONDS } = error;
    const wait = Math.min(retryAfterSeconds * 2 ** Math.min(tries, 10), LONGEST_WAIT_SECONDS);
    await verifyLater([{ enterpriseCode, tries: tries + 1 }], Math.max(wait, retryAfterSeconds));
    return 'later';
  }
}

/** A refusal says nothing about the person: an earlier result stays, and without one the person is unchecked. */
function unanswered(
  enterpriseCode: string,
  person: DeclaredPerson,
  earlier: readonly VerifiedPersonItem[],
  hash: KeyedHash,
): VerifiedPersonItem {
  const document = hash('document', person.documentNumber);
  const before = earlier.find(({ role, aliasRefs }) => role === person.role && aliasRefs.includes(document));
  return before ?? personOf(enterpriseCode, person, { verdict: UNCHECKED }, hash);
}

/** Somebody of whom only the name is known is nobody but a person of this company. */
function personOf(
  enterpriseCode: string,
  person: DeclaredPerson,
  { verdict, policeNumber, oldNumber }: PoliceAnswer,
  hash: KeyedHash,
): VerifiedPersonItem {
  const { correction, ...rest } = verdict;
  const numbers = new Set([person.documentNumber, policeNumber, oldNumber].filter(isKnown));
  return {
    ...rest,
    role: person.role,
    proposedField: correction?.field,
    maskedDocumentNumber: maskNumber(person.documentNumber),
    personRef: hash(
      'person',
      isNameAlone(person) ? `${enterpriseCode} ${person.fullName}` : (policeNumber ?? person.documentNumber),
    ),
    aliasRefs: [...numbers].map((number) => hash('document', number)),
    birthYear: Number(person.dateOfBirth.slice(0, 4)),
    foreign: hasForeignPassport(person),
  };
}

const isKnown = (number: string | undefined): number is string => number !== undefined && number !== '';

/** Later police data may change the result. */
const isUnsettled = ({ result, foreign }: VerifiedPersonItem) => result !== 'match' && !foreign;
