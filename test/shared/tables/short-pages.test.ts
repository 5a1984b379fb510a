import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { linksTable } from '#shared/tables/links.ts';
import { queryPage } from '#shared/tables/query-all.ts';
import { UNCHANGED_REFERENCES } from '#shared/tables/stored-references.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: 'ap-southeast-1' }));
const db = mockClient(client);
const CODES = ['0900000001', '0900000002', '0900000003', '0900000004'];
const itemsOf = (codes: readonly string[]) =>
  codes.map((enterpriseCode) => ({ value: 'v', enterpriseCode, registeredOn: '2025-03-01', badSigns: 0 }));

/** Answers a query with pages of at most two items, which DynamoDB does where two of them are a megabyte. */
const twoAPage = ({ Limit = 2, ExclusiveStartKey: after }: QueryCommandInput) => {
  const left = CODES.filter((code) => code > String(after?.['enterpriseCode'] ?? ''));
  const codes = left.slice(0, Math.min(Limit, 2));
  const more = codes.length < left.length;
  return { Items: itemsOf(codes), ...(more && { LastEvaluatedKey: { enterpriseCode: codes.at(-1) } }) };
};
const requests = () => db.commandCalls(QueryCommand).length;

beforeEach(() => {
  db.reset();
  db.on(QueryCommand).callsFake(twoAPage);
});

describe('a page that ends before its limit', () => {
  const links = linksTable(client, 'links', UNCHANGED_REFERENCES);
  const READERS: [string, () => Promise<unknown>][] = [
    ['the members of a band', async () => (await links.counted('v', 60)).members.map((one) => one.enterpriseCode)],
    ['the first members', async () => (await links.firstMembers('v', 60)).map((one) => one.enterpriseCode)],
    ['some companies of a value', () => links.someCompaniesOf('v', 60)],
    ['a page of a list', async () => (await page(60)).items.map((one) => one['enterpriseCode'])],
  ];
  const page = (limit: number) => queryPage(client, 't', { value: 'v' }, ['enterpriseCode', undefined], limit);

  it.each(READERS)('%s are read on to the end', async (_, read) => {
    expect(await read()).toEqual(CODES);
    expect(requests()).toBe(2);
  });

  it('nothing is read beyond the limit, and the next page begins after it', async () => {
    expect(await page(3)).toEqual({ items: itemsOf(CODES.slice(0, 3)), next: CODES[2] });
    expect(await page(2)).toEqual({ items: itemsOf(CODES.slice(0, 2)), next: CODES[1] });
    expect(requests()).toBe(3);
  });
});
