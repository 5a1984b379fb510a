import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { NeverPossible } from '#shared/runtime/errors.ts';

/**
 * True once the write is done, false where its condition failed: somebody else's write stands.
 * @throws {NeverPossible} where the item is larger than DynamoDB takes: no number of tries makes it smaller
 */
export async function unlessOvertaken(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    if (isTooLarge(error)) throw new NeverPossible('item_too_large');
    throw error;
  }
}

/** DynamoDB has one class for all that it finds wrong in a request. */
const isTooLarge = (error: unknown) =>
  error instanceof Error && error.name === 'ValidationException' && /item size/iu.test(error.message);

/** Marks that what hangs on a company's record has been told, unless the record was written anew since. */
export const notified = (TableName: string, enterpriseCode: string, gatheredAt: string) => ({
  TableName,
  Key: { enterpriseCode },
  UpdateExpression: 'SET notified = :yes',
  ConditionExpression: 'gatheredAt = :mine',
  ExpressionAttributeValues: { ':yes': true, ':mine': gatheredAt },
});
