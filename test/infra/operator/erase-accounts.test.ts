import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, identifierRows, remainingItems } from '#infra/operator/erase-person.ts';
import { identifiersOfPerson } from '#infra/operator/person-identifiers.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { putItem } from '#shared/tables/conditional-write.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { memoryTables } from '#test/support/memory-database.ts';

const NUMBER = '033085000123';
const OLD = '145236789';
const NAME = 'Trần Thị Kẻ Gian';
const PHONE = '0977000111';
const [OWN, OTHER] = ['0900189284', '0900000033'];
const register = (enterpriseCode: string, over: Record<string, string>) => ({
  bank: '970436',
  accountNumber: '0011223344',
  enterpriseCode,
  ...over,
});

describe('what banks say about a person who is to be erased', () => {
  let db: DynamoDBDocumentClient;
  let tables: Record<TableName, string>;
  let left: Readonly<Record<string, number>>;
  const all = async (name: TableName) => (await db.send(new ScanCommand({ TableName: tables[name] }))).Items ?? [];
  const restOf = async (accountRef: string) =>
    (await all('accounts')).find((item) => item['accountRef'] === accountRef)?.['register'];

  beforeAll(async () => {
    ({ db, tables } = await memoryTables());
    const put = (name: TableName, item: Record<string, unknown>) => putItem(db, tables[name], item);
    const person = { documentNumber: NUMBER, fullName: NAME, personalPhone: PHONE };
    await put('companies', { enterpriseCode: OWN, fact: 'a', registration: { company: {}, person } });
    await put('policeRecords', { ref: 'r', record: 'r', documentNumber: NUMBER, fullName: NAME, oldNumber: OLD });
    const registers = {
      named: register(OWN, { representativeName: NAME }),
      'named without marks': register(OWN, { representativeName: 'TRAN THI KE GIAN' }),
      phone: register(OWN, { phone: PHONE }),
      'another person': register(OWN, { representativeName: 'Lê Văn Khác', phone: '0988000222' }),
      'same name elsewhere': register(OTHER, { representativeName: NAME, phone: PHONE }),
    };
    for (const [accountRef, one] of Object.entries(registers))
      await put('accounts', { accountRef, fact: 'register', register: one });
    const signal = { kind: 'TO_KHAI_THUE', on: '2025-07-01', value: OLD, note: '2025-Q2' };
    await put('companies', { enterpriseCode: OTHER, fact: 'return', signal });
    const invoicePair = { party: 'p', period: '2025-06', total: Number(OLD), as: 'seller' };
    await put('companies', { enterpriseCode: OTHER, fact: 'sale', invoicePair });
    await put('companies', { enterpriseCode: OTHER, fact: 'denial', signal: { kind: 'TU_CHOI_UY_QUYEN', value: OLD } });
    const found = identifiersOfPerson(NUMBER, await identifierRows({ db, tables }), keyedHash('a secret for tests'));
    await erasePerson(found, { db, tables }, async () => {});
    left = await remainingItems(found, { db, tables });
  });

  it('nothing of them is left', () => {
    expect(left).toEqual({});
  });

  it.each(['named', 'named without marks', 'phone'])(
    'an entry of an account of their company without their number is theirs: %s',
    async (accountRef) => {
      expect(await restOf(accountRef)).toEqual(register(OWN, {}));
    },
  );

  it('an entry of another person, or of another company, stays', async () => {
    expect(await restOf('another person')).toEqual(
      register(OWN, { representativeName: 'Lê Văn Khác', phone: '0988000222' }),
    );
    expect(await restOf('same name elsewhere')).toEqual(register(OTHER, { representativeName: NAME, phone: PHONE }));
  });

  it('an amount with the digits of an old number is not theirs', async () => {
    const facts = (await all('companies')).map(({ fact }) => fact);
    expect(facts.sort()).toEqual(['return', 'sale']);
  });
});
