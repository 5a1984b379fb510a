import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { useInProcessTables } from './in-process.ts';
import { patientRetries } from './retries.ts';

/** Absent values are left out of items, so that an unknown value is never stored. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ retryStrategy: patientRetries });
  return useInProcessTables(DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }));
}
