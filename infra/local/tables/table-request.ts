import type { Item } from './item.ts';

/** A request of DynamoDB with native values, as far as the functions and the runner use it. */
export interface TableRequest {
  readonly TableName?: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly IndexName?: string;
  readonly ConditionExpression?: string;
  readonly KeyConditionExpression?: string;
  readonly FilterExpression?: string;
  readonly UpdateExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Item;
  readonly ReturnValues?: string;
  readonly ConsistentRead?: boolean;
  readonly ScanIndexForward?: boolean;
  readonly Select?: string;
  readonly Limit?: number;
  readonly ExclusiveStartKey?: Item;
  readonly SourceTableName?: string;
  readonly TargetTableName?: string;
  readonly UseLatestRestorableTime?: boolean;
  readonly RequestItems?: Readonly<Record<string, readonly Write[] | { readonly Keys: readonly Item[] }>>;
}
export interface Write {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}
