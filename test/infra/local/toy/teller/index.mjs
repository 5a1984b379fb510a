import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

const dynamodb = new DynamoDBClient({});
const sqs = new SQSClient({});
const QueueUrl = `${process.env.AWS_ENDPOINT_URL_SQS}/000000000000/${process.env.UPSTREAM_NAME}`;

/** Records how much work was left when it was called, which is none if it waited for all earlier steps. */
export const handler = async ({ Records }) => {
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  const left =
    Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: process.env.SEEN_TABLE,
      Key: { id: { S: 'teller' } },
      UpdateExpression: 'ADD times :n, upstream :left',
      ExpressionAttributeValues: { ':n': { N: String(Records.length) }, ':left': { N: String(left) } },
    }),
  );
};
