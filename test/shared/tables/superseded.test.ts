import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { type Accounts, accountsTable } from '#shared/tables/accounts.ts';
import { type Companies, companiesTable } from '#shared/tables/companies.ts';
import { type PoliceRecords, policeRecordsTable } from '#shared/tables/police-records.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const EXPIRES_AT = 2_000_000_000;
const CODE = '0900000001';
const NUMBER = '033085000123';
const hash = keyedHash('a secret for tests');
const drop = (file: string, n: number) => ({ file, version: `content#000${n}` });

const signal = (value: string, n: number) => ({
  enterpriseCode: CODE,
  signal: { kind: 'BHXH', on: '2025-06-30', value } as const,
  from: { ...drop('activities/a.csv', n), row: 2 },
});
const ACCOUNT = { bank: '970436', accountNumber: '1112223334' };
const flow = (credit: number, n: number) => ({
  ...accountKeysOf(ACCOUNT, hash),
  ...ACCOUNT,
  flow: { period: '2025-10', credit, debit: 0, transactions: 1, medianHoldMinutes: 1 },
  from: { ...drop('accounts/a.csv', n), row: 2 },
});
const person = (fullName: string, n: number) => ({
  documentNumber: NUMBER,
  fullName,
  dateOfBirth: '1985-03-12',
  status: 'BINH_THUONG' as const,
  from: { ...drop('identities/a.csv', n), row: 2 },
});

describe('what an earlier drop of a file said', () => {
  let companies: Companies;
  let accounts: Accounts;
  let people: PoliceRecords;
  beforeEach(async () => {
    const { db, createTable } = memoryDatabase();
    companies = companiesTable(db, await createTable('companies'), hash);
    accounts = accountsTable(db, await createTable('accounts'), hash);
    people = policeRecordsTable(db, await createTable('policeRecords'), hash);
  });

  /**
   * The content of three tables after the facts of one drop and of another one were written and the later reader has
   * deleted contradicted facts.
   */
  const after = async (written: readonly (readonly [string, number])[], taking: readonly [string, number]) => {
    for (const [said, n] of written) {
      await companies.record([signal(said, n)], EXPIRES_AT);
      await accounts.record([flow(Number(said), n)], '2026-01-05T03:00:00.000Z', EXPIRES_AT);
      await people.record([person(said, n)], EXPIRES_AT);
    }
    const [said, n] = taking;
    await companies.supersede(CODE, [signal(said, n)], drop('activities/a.csv', n));
    await accounts.supersede([flow(Number(said), n)], drop('accounts/a.csv', n));
    await people.supersede(NUMBER, [person(said, n)], drop('identities/a.csv', n));
    const { signals } = await companies.recorded(CODE);
    const account = await accounts.recorded(accountKeysOf(ACCOUNT, hash).accountRef);
    return {
      signals: signals.map(({ value }) => value).sort(),
      credits: account?.flows.map(({ credit }) => String(credit)).sort(),
      people: (await people.byNumber(NUMBER)).map(({ fullName }) => fullName).sort(),
    };
  };
  const all = (...said: string[]) => ({ signals: said, credits: said, people: said });

  it('a fact of an earlier drop is removed where a later drop contradicts it', async () => {
    expect(
      await after(
        [
          ['3', 1],
          ['4', 2],
        ],
        ['4', 2],
      ),
    ).toEqual(all('4'));
  });

  it('a slow reader of an earlier drop deletes no fact of a later one', async () => {
    expect(
      await after(
        [
          ['3', 1],
          ['4', 2],
        ],
        ['3', 1],
      ),
    ).toEqual(all('3', '4'));
  });

  it('a fact stays where the later drop repeats it and the slow reader of the earlier drop wrote it last', async () => {
    expect(
      await after(
        [
          ['3', 2],
          ['3', 1],
        ],
        ['3', 2],
      ),
    ).toEqual(all('3'));
  });
});

describe('the search keys of a person whom an earlier drop named', () => {
  const [wrong, right] = [person('Trần Văn Sai', 1), person('Nguyễn Văn Đúng', 2)];
  const contradict = (people: PoliceRecords) => people.supersede(NUMBER, [right], drop('identities/a.csv', 2));
  const foundUnder = async (people: PoliceRecords, { fullName }: typeof wrong) =>
    (await people.search(recordKeys({ ...wrong, fullName }))).filter((found) => found.fullName === fullName);
  const aTable = async () => {
    const { db, createTable } = memoryDatabase();
    const table = await createTable('policeRecords');
    const people = policeRecordsTable(db, table, hash);
    await people.record([wrong, right], EXPIRES_AT);
    return { db, table, people };
  };

  it('the search keys are removed although the first reader ended between two removals', async () => {
    for (let before = 0; before < 8; before += 1) {
      const { db, table, people } = await aTable();
      let removed = 0;
      const ending = Object.assign(Object.create(db) as typeof db, {
        send: (command: DeleteCommand) => {
          if (command instanceof DeleteCommand && (removed += 1) > before) throw new Error('the function is ended');
          return db.send(command);
        },
      });
      await contradict(policeRecordsTable(ending, table, hash)).catch(() => undefined);
      await contradict(people);
      expect(await foundUnder(people, wrong)).toEqual([]);
      expect(await foundUnder(people, right)).toHaveLength(1);
    }
  });

  it('the search keys stay where another file has the same person', async () => {
    const { people } = await aTable();
    const other = { ...wrong, status: 'MAT_TICH' as const, from: { ...drop('identities/b.csv', 1), row: 2 } };
    await people.record([other], EXPIRES_AT);
    await contradict(people);
    expect(await foundUnder(people, wrong)).toHaveLength(1);
  });

  it('the search keys stay where another file repeats the fact while it is being removed', async () => {
    const { db, table, people } = await aTable();
    let isRepeated = false;
    const slow = Object.assign(Object.create(db) as typeof db, {
      send: async (command: DeleteCommand) => {
        if (command instanceof DeleteCommand && !isRepeated) {
          isRepeated = true;
          await people.record([{ ...wrong, from: { ...drop('identities/b.csv', 1), row: 2 } }], EXPIRES_AT);
        }
        return db.send(command);
      },
    });
    await contradict(policeRecordsTable(slow, table, hash));
    expect(await foundUnder(people, wrong)).toHaveLength(1);
  });
});
