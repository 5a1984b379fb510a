import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

const Counted = z.object({ calls: z.number() });

/** `calls`: PK receiver, SK minute (`yyyy-mm-ddThh:mm`). How many calls each receiver has made, for an hour. */
export const callsTable = (db: DynamoDBDocumentClient, table: string) => ({
  /** Counts one more. @returns how many there were in that minute with it; an answer that was lost on the way counts twice */
  async count(receiver: string, minute: string, expiresAt: number): Promise<number> {
    const { Attributes } = await db.send(
      new UpdateCommand({
        TableName: table,
        Key: { receiver, minute },
        UpdateExpression: 'SET expiresAt = :end ADD calls :one',
        ExpressionAttributeValues: { ':one': 1, ':end': expiresAt },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return Counted.parse(Attributes).calls;
  },
});
export type Calls = ReturnType<typeof callsTable>;
