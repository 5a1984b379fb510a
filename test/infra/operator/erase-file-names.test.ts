import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { erasePerson, identifierRows, remainingItems } from '#infra/operator/erase-person.ts';
import { identifiersOfPerson } from '#infra/operator/person-identifiers.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { putItem } from '#shared/tables/conditional-write.ts';
import { packed, unpacked } from '#shared/tables/packed.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { memoryTables } from '#test/support/memory-database.ts';

const NUMBER = '033085000123';
const OTHER = '033085000777';
const CODE = '0900189284';
const hash = keyedHash('a secret for tests');
const from = { file: `registrations/ho so ${NUMBER}.csv`, row: 2, version: 'v' };

describe('a person who is to be erased, whose number somebody has used as the name of a file', () => {
  let db: DynamoDBDocumentClient;
  let tables: Record<TableName, string>;
  const put = (name: TableName, item: Record<string, unknown>) => putItem(db, tables[name], item);
  const all = async (name: TableName) => (await db.send(new ScanCommand({ TableName: tables[name] }))).Items ?? [];
  const registration = (documentNumber: string) => ({ company: {}, person: { documentNumber, fullName: 'A' } });

  beforeEach(async () => {
    ({ db, tables } = await memoryTables());
    await put('companies', { enterpriseCode: CODE, fact: 'a', registration: registration(OTHER), from });
    await put('companies', { enterpriseCode: CODE, fact: 'b', signal: { kind: 'BHXH' }, from });
    await put('companies', { enterpriseCode: '0900000011', fact: 'c', registration: registration(NUMBER), from });
    const register = { representativeDocumentNumber: OTHER, representativeName: 'B', bank: '970436' };
    await put('accounts', { accountRef: 'r', fact: 'register', register, from });
    const worklist = [{ kind: 'repair', field: 'name', current: 'x', proposed: 'y', file: from.file }];
    await put('assessments', { enterpriseCode: CODE, packed: packed({ worklist }) });
  });

  it('an erasure takes the rows of the person and leaves what else was in that file', async () => {
    const person = identifiersOfPerson(NUMBER, await identifierRows({ db, tables }), hash);
    await erasePerson(person, { db, tables }, async () => {});
    expect((await all('companies')).map(({ fact }) => fact).sort()).toEqual(['a', 'b']);
    expect(await all('accounts')).toMatchObject([{ register: { representativeName: 'B' } }]);
    const [assessed] = await all('assessments');
    expect(unpacked(assessed?.['packed'] as Uint8Array)['worklist']).toHaveLength(1);
    expect(await remainingItems(person, { db, tables })).toEqual({});
  });
});
