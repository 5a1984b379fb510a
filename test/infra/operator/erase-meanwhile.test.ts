import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { erasePerson, identifierRows, remainingItems } from '#infra/operator/erase-person.ts';
import { identifiersOfPerson } from '#infra/operator/person-identifiers.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { putItem, type StoredItem } from '#shared/tables/conditional-write.ts';
import { packed, unpacked } from '#shared/tables/packed.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { memoryTables } from '#test/support/memory-database.ts';

const NUMBER = '033085000123';
const [PHONE, OTHERS_PHONE] = ['0977000111', '0988000222'];
const NAME = 'Trần Thị Kẻ Gian';
const CODE = '0900189284';
const hash = keyedHash('a secret for tests');
const theirs = { documentNumber: NUMBER, fullName: NAME, personalPhone: PHONE };
const others = { documentNumber: '033085000999', fullName: 'Lê Văn Khác', personalPhone: OTHERS_PHONE };
const register = { enterpriseCode: CODE, bank: '970436', accountNumber: '0011223344' };
const account = (more: object) => ({ accountRef: 'r', fact: 'register', register: { ...register, ...more } });
const row = (person: object) => ({ enterpriseCode: CODE, fact: 'b', registration: { company: {}, person } });
const assessed = (assessmentId: string, ...people: object[]) => ({
  enterpriseCode: CODE,
  assessmentId,
  packed: packed({ people }),
});
const claims = (...phones: string[]) => ({
  enterpriseCode: CODE,
  value: 'CLAIMS',
  claimed: new Set(phones.map((phone) => `phone#${hash('phone', phone)}`)),
});

/** Stores an item just before the first write to its table, as a function does that works meanwhile. */
function withWriter(db: DynamoDBDocumentClient, table: string, item: StoredItem): DynamoDBDocumentClient {
  let isWritten = false;
  return new Proxy(db, {
    get(target, name, receiver) {
      if (name !== 'send') return Reflect.get(target, name, receiver);
      return async (command: PutCommand | DeleteCommand | UpdateCommand | ScanCommand) => {
        const isWrite = !(command instanceof ScanCommand) && command.input.TableName === table;
        const isFirst = isWrite && !isWritten;
        if (isFirst) {
          isWritten = true;
          await putItem(db, table, item);
        }
        return target.send(command as PutCommand);
      };
    },
  });
}

const visible = ({ writeId: _writeId, packed: bytes, ...open }: StoredItem) => ({
  ...open,
  ...(bytes instanceof Uint8Array && { inside: unpacked(bytes) }),
});

it.each<[string, TableName, StoredItem, StoredItem, StoredItem[]]>([
  [
    'a newer entry of an account keeps all but the person',
    'accounts',
    account({ representativeName: NAME }),
    account({ representativeName: NAME, status: 'DONG' }),
    [account({ status: 'DONG' })],
  ],
  [
    'an entry that names another person now stays as it is',
    'accounts',
    account({ representativeName: NAME, phone: PHONE }),
    account({ representativeName: 'Lê Văn Khác', phone: OTHERS_PHONE }),
    [account({ representativeName: 'Lê Văn Khác', phone: OTHERS_PHONE })],
  ],
  [
    'a newer assessment keeps all but the person',
    'assessments',
    assessed('old', theirs),
    assessed('new', theirs, others),
    [{ enterpriseCode: CODE, assessmentId: 'new', inside: { people: [others] } }],
  ],
  [
    'values that a company claims meanwhile stay claimed',
    'links',
    claims(PHONE),
    claims(PHONE, OTHERS_PHONE),
    [claims(OTHERS_PHONE)],
  ],
  ['a row that declares another person now stays', 'companies', row(theirs), row(others), [row(others)]],
  ['a row of the person that was written again is removed', 'companies', row(theirs), { ...row(theirs), on: 1 }, []],
])('what a function writes during an erasure is not lost: %s', async (_case, table, before, meanwhile, left) => {
  const { db, tables } = await memoryTables();
  const declared = { enterpriseCode: CODE, fact: 'a', registration: { company: {}, person: theirs } };
  await putItem(db, tables[table], before);
  if (table !== 'companies') await putItem(db, tables.companies, declared);
  const person = identifiersOfPerson(NUMBER, await identifierRows({ db, tables }), hash);
  await erasePerson(person, { db: withWriter(db, tables[table], meanwhile), tables }, async () => {});
  const { Items = [] } = await db.send(new ScanCommand({ TableName: tables[table] }));
  expect(Items.map(visible)).toEqual(left);
  expect(await remainingItems(person, { db, tables })).toEqual({});
});
