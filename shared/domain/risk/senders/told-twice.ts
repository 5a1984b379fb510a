import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import type { PersonVerdict } from '#shared/domain/identity/person-verdict.ts';
import { parsePeriod } from '#shared/domain/vietnamese/periods.ts';
import type { AccountFacts, Flow, Signal, SignalKind } from '../facts/company-facts.ts';
import { plainValue } from '../facts/same-value.ts';
import type { Sender } from './sender.ts';
import { WRITERS } from './writers.ts';

/** The rows about a company, of which a sender may have told two things. */
interface Told {
  readonly signals: readonly Signal[];
  /** All versions of its registration. */
  readonly versions: readonly Pick<Registration, 'people'>[];
  readonly people: readonly Pick<PersonVerdict, 'contradicted'>[];
  readonly accounts: readonly Pick<AccountFacts, 'bank' | 'toldTwice'>[];
}

/** The signals that tell of a time, which has one value. */
const OF_A_PERIOD: ReadonlySet<SignalKind> = new Set<SignalKind>(['TO_KHAI_THUE', 'HOA_DON']);
const OF_A_DAY: ReadonlySet<SignalKind> = new Set<SignalKind>(['BHXH', 'KIEM_TRA_TRU_SO']);

/**
 * The senders who have told two things about one matter of a company: another value of a period or day, another person
 * with a number, another holder of a phone. Single corrections are usual, many at once are not.
 */
export function toldTwiceBy({ signals, versions, people, accounts }: Told): readonly Sender[] {
  const heads = versions.flatMap((version) => version.people).filter(({ role }) => role === 'legal_representative');
  const areRenamed = [...Map.groupBy(heads, ({ documentNumber }) => documentNumber).values()].some(
    areSeveral(personOf),
  );
  const isContradicted = people.some(({ contradicted }) => contradicted);
  return [
    ...new Set([
      ...(areRenamed ? ['registry'] : []),
      ...(isContradicted && !areRenamed ? ['police'] : []),
      ...accounts.flatMap(({ bank, toldTwice = [] }) => toldTwice.map((who) => (who === 'bank' ? bank : who))),
      ...[...Map.groupBy(signals, matterOf)].flatMap(([matter, rows]) =>
        matter !== '' && areSeveral(({ value }: Signal) => value)(rows) ? WRITERS[rows[0]?.kind ?? 'BHXH'] : [],
      ),
    ]),
  ].sort();
}

/** Whether a bank has told two totals of one period of an account. */
export const areFlowsToldTwice = (rows: readonly Flow[]): boolean =>
  [...Map.groupBy(rows, ({ period }) => period).values()].some(
    areSeveral(({ credit, debit }: Flow) => `${credit} ${debit}`),
  );

const areSeveral =
  <T>(contentOf: (one: T) => string | undefined) =>
  (some: readonly T[]): boolean =>
    new Set(some.map(contentOf)).size > 1;

const personOf = ({ fullName, dateOfBirth }: DeclaredPerson): string => `${plainValue(fullName)} ${dateOfBirth}`;

/** The kind and time of which a signal tells; empty where several values of a time are usual. */
function matterOf({ kind, on, note = '' }: Signal): string {
  if (OF_A_PERIOD.has(kind)) return `${kind} ${parsePeriod(note) ?? on.slice(0, 7)}`;
  return OF_A_DAY.has(kind) ? `${kind} ${on}` : '';
}
