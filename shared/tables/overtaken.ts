import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** True once the write is done, false where its condition failed: somebody else's write stands. */
export async function unlessOvertaken(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Marks that what hangs on a company's record has been told, unless the record was written anew since. */
export const told = (TableName: string, enterpriseCode: string, gatheredAt: string) => ({
  TableName,
  Key: { enterpriseCode },
  UpdateExpression: 'SET told = :yes',
  ConditionExpression: 'gatheredAt = :mine',
  ExpressionAttributeValues: { ':yes': true, ':mine': gatheredAt },
});
