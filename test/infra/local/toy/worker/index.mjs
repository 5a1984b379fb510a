import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { threadId } from 'node:worker_threads';

const dynamodb = new DynamoDBClient({});
const sqs = new SQSClient({});

const count = (id, together = 0) =>
  dynamodb.send(
    new UpdateItemCommand({
      TableName: process.env.SEEN_TABLE,
      Key: { id: { S: id } },
      UpdateExpression: 'ADD times :one SET thread = :thread, together = :together',
      ExpressionAttributeValues: {
        ':one': { N: '1' },
        ':thread': { S: String(threadId) },
        ':together': { N: String(together) },
      },
    }),
  );

/** Acts as each message says. */
export const handler = async ({ Records }, context) => {
  const failures = [];
  for (const { body, messageId, attributes } of Records) {
    await count(body, Records.length);
    if (body === 'throw' && attributes.ApproximateReceiveCount === '1') throw new TypeError('secret words');
    if (body === 'hang' && attributes.ApproximateReceiveCount === '1') await new Promise(() => {});
    if (body === 'slow') await new Promise((done) => setTimeout(done, 1000));
    if (body === 'exit' && attributes.ApproximateReceiveCount === '1') process.exit(3);
    if (body === 'environment') await count(Object.keys(process.env).sort().join(' '));
    if (body === 'remaining' && !(context.getRemainingTimeInMillis() > 0)) throw new Error('no time');
    if (body === 'poison') failures.push({ itemIdentifier: messageId });
    if (body === 'stranger') failures.push({ itemIdentifier: attributes.ApproximateReceiveCount === '1' ? 'x' : '' });
    if (body === 'again' && attributes.ApproximateReceiveCount === '1') failures.push({ itemIdentifier: messageId });
    else await sqs.send(new SendMessageCommand({ QueueUrl: process.env.NOTICES_QUEUE_URL, MessageBody: body }));
  }
  return { batchItemFailures: failures };
};
