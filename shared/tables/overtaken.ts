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
