import { OutcomeItem } from '#shared/tables/outcome-item.ts';
import { type Violation, itemsOf, unpacked } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

interface Moved {
  readonly period: string;
  readonly credit: number;
}
interface Assessed {
  readonly enterpriseCode: string;
  readonly people: readonly Attributes[];
  readonly findings: readonly unknown[];
  readonly accounts: readonly { readonly accountRef: string; readonly mismatch: boolean }[];
}

/**
 * What the police are shown of a flagged company follows from the rows that were accepted: its accounts, the money that
 * came into them, and its present name, people and findings.
 */
export function findingsOfShown(world: World): Violation[] {
  const accounts = Map.groupBy(itemsOf(world, 'Accounts'), ({ accountRef }) => String(accountRef));
  return itemsOf(world, 'Assessments').flatMap((item): Violation[] => {
    const assessed = unpacked(item) as unknown as Assessed;
    const code = assessed.enterpriseCode;
    const own = [...accounts].filter(([, items]) => holdersIn(items).includes(code));
    const found = [accountsLeft(assessed, own)];
    if (item['verdict'] === 'flagged')
      found.push(noticeLeft(item, assessed, accounts, world), moneyLeft(code, own, world));
    return found.flatMap((what) => (what === undefined ? [] : [{ kind: 'different' as const, what }]));
  });
}

type OwnAccounts = readonly (readonly [string, readonly Attributes[]])[];

/** The companies that the registers of an account name. */
const holdersIn = (items: readonly Attributes[]): readonly unknown[] =>
  items.flatMap(({ register }) => (register === undefined ? [] : [(register as Attributes)['enterpriseCode']]));

/** A company has the accounts that registers give to it alone, and none that registers give to others alone. */
function accountsLeft({ enterpriseCode, accounts }: Assessed, own: OwnAccounts): string | undefined {
  const known = new Set(accounts.map(({ accountRef }) => accountRef));
  const surely = own.filter(([, items]) => holdersIn(items).every((code) => code === enterpriseCode));
  const left = surely.find(([ref]) => !known.has(ref));
  if (left) return `${enterpriseCode} is assessed without its account ${left[0]}`;
  const foreign = [...known].find((ref) => !own.some(([one]) => one === ref));
  return foreign && `${enterpriseCode} is assessed with the account ${foreign}, which no register gives to it`;
}

/** The notice in force says what the assessment does. */
function noticeLeft(
  { name, registeredOn, score, confirmed }: Attributes,
  { enterpriseCode, people, findings, accounts }: Assessed,
  known: ReadonlyMap<string, readonly Attributes[]>,
  world: World,
): string | undefined {
  const notice = itemsOf(world, 'Notices').find(
    ({ receiver, subject, state }) => receiver === 'police' && subject === enterpriseCode && state === 'in_force',
  );
  if (!notice) return undefined;
  const shown = notice['content'] as Attributes;
  const owed: Attributes = {
    name,
    registeredOn,
    score,
    findings,
    level: confirmed === true ? 'act' : 'watch',
    people: sorted(people.map(({ role, maskedDocumentNumber, result }) => [role, maskedDocumentNumber, result])),
    accounts: sorted(
      accounts.map(({ accountRef, mismatch }) => {
        const [fact] = known.get(accountRef) ?? [];
        return [fact?.['bank'], String(fact?.['accountNumber']).slice(-4), mismatch];
      }),
    ),
  };
  const [ofPeople, ofAccounts] = [shown['people'], shown['accounts']] as readonly (readonly Attributes[])[];
  const said: Attributes = {
    ...shown,
    people: sorted((ofPeople ?? []).map(({ role, documentNumber, result }) => [role, documentNumber, result])),
    accounts: sorted(
      (ofAccounts ?? []).map((one) => [
        one['bank'],
        String(one['accountNumber']).slice(-4),
        one['representativeMismatch'],
      ]),
    ),
  };
  const other = Object.keys(owed).find((field) => !isSame(said[field], owed[field]));
  return other && `the police are shown other ${other} of ${enterpriseCode} than it was assessed by`;
}

/** The ledger has the money of the months in which money came into the company's accounts. */
function moneyLeft(code: string, own: OwnAccounts, world: World): string | undefined {
  const flows = own.flatMap(([, items]) => items.flatMap(({ flow }) => (flow === undefined ? [] : [flow as Moved])));
  // Of several rows of one month one counts
  if (new Set(flows.map(({ period }) => period)).size < flows.length) return undefined;
  const item = itemsOf(world, 'Outcomes').find(({ caseId, fact }) => caseId === code && fact === 'money');
  const said = (item && OutcomeItem.parse(item).months) ?? [];
  const owed = flows.map(({ period, credit }) => ({ period, credit }));
  return isSame(sorted(said), sorted(owed))
    ? undefined
    : `the ledger has other money of the flagged ${code} than banks sent`;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sorted = (values: readonly unknown[]): readonly string[] => values.map((one) => JSON.stringify(one)).sort();
