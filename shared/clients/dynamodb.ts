import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { patientRetries } from './retries.ts';
import { useTablesNearby } from './tables-nearby.ts';

/** Absent values are left out of items, so that "unknown" is never stored as something. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ retryStrategy: patientRetries });
  useTablesNearby(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
