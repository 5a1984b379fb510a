import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ANSWER_IN_TIME } from './answer-in-time.ts';
import { patientRetries } from './retries.ts';

/** Absent values are left out of items, so that an unknown value is never stored. */
export function documentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ retryStrategy: patientRetries, requestHandler: ANSWER_IN_TIME });
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
