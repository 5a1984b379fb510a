import { validationError } from './item.ts';
import type { Index, TableLayout } from './memory-table.ts';
import type { KeyNames } from './partitions.ts';

type KeySchema = readonly { readonly AttributeName: string; readonly KeyType: string }[];

/** DynamoDB's request for a new table. */
export interface TableToCreate {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[];
  readonly KeySchema: KeySchema;
  readonly GlobalSecondaryIndexes?: readonly {
    readonly IndexName: string;
    readonly KeySchema: KeySchema;
    readonly Projection: { readonly ProjectionType: string; readonly NonKeyAttributes?: readonly string[] };
  }[];
}

/** @throws {TableError} where a key is not a text, because no table of this system has such a key */
export function designOf({ AttributeDefinitions, KeySchema, GlobalSecondaryIndexes = [] }: TableToCreate): TableLayout {
  if (AttributeDefinitions.some(({ AttributeType }) => AttributeType !== 'S'))
    throw validationError('keys are texts here');
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }): [string, Index] => [
    IndexName,
    { ...keysOf(keys), projected: projectedBy(Projection) },
  ]);
  return { ...keysOf(KeySchema), indexes: Object.fromEntries(indexes) };
}

const projectedBy = ({
  ProjectionType,
  NonKeyAttributes = [],
}: {
  ProjectionType: string;
  NonKeyAttributes?: readonly string[];
}) => (ProjectionType === 'ALL' ? undefined : NonKeyAttributes);

function keysOf(schema: KeySchema): KeyNames {
  const named = (type: string) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  const partition = named('HASH');
  if (partition === undefined) throw validationError('no partition key');
  return { partition, sort: named('RANGE') };
}
