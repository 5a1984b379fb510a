import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TableDesign } from '#shared/tables/table-designs.ts';

/** The table that every engine has in these tests. */
export const DESIGN = {
  partition: 'p',
  sort: 's',
  indexes: [{ name: 'byGroup', partition: 'group', sort: 'place', projection: ['n'] }],
  ttl: false,
} as const satisfies TableDesign;

export const settings = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
export const documents = (client: DynamoDBClient) =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

let tables = 0;

/** Makes the table of the design. @returns its name */
export async function createTable(db: DynamoDBDocumentClient): Promise<string> {
  tables += 1;
  const TableName = `memory-${tables}`;
  await db.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['p', 's', 'group', 'place'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'p', KeyType: 'HASH' },
        { AttributeName: 's', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byGroup',
          KeySchema: [
            { AttributeName: 'group', KeyType: 'HASH' },
            { AttributeName: 'place', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['n'] },
        },
      ],
    }),
  );
  return TableName;
}

/** What a call said, or the name of its error. */
export const outcome = async (asked: () => Promise<object>): Promise<unknown> => {
  try {
    return saidBy((await asked()) as Record<string, unknown>);
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
};

/** What is said of it in the end; the order of a batch's answers is nobody's promise. */
export function saidBy(answer: Record<string, unknown>): unknown {
  const { Responses, Item, Items, Attributes, LastEvaluatedKey } = answer;
  const got = Object.values((Responses ?? {}) as Record<string, { p: string; s: string }[]>).flat();
  const sorted = got.sort((a, b) => (`${a.p} ${a.s}` < `${b.p} ${b.s}` ? -1 : 1));
  return { Item, Items, Attributes, sorted, more: LastEvaluatedKey !== undefined };
}
