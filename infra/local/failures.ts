import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { LocalDeployment } from './deploy.ts';
import type { EventSources } from './event-sources.ts';

/** Describes the messages that failed at every try, by their queue, with the last error of the function. */
export async function deadLettersOf(
  sqs: SQSClient,
  { mappings, queues }: LocalDeployment,
  sources: EventSources,
): Promise<string[]> {
  const sentences = mappings.map(async (mapping) => {
    const deadLetters = queues.find(({ arn }) => arn === mapping.queue.deadLettersArn);
    if (!deadLetters) return [];
    const counted = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: deadLetters.url, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    const dead = Number(counted.Attributes?.['ApproximateNumberOfMessages'] ?? 0);
    const error = sources.progress.get(mapping)?.error;
    const because = error === undefined ? '' : ` (${error})`;
    return dead === 0 ? [] : [`${dead} thông điệp không xử lý được ở ${mapping.target.name}${because}`];
  });
  return (await Promise.all(sentences)).flat();
}

/** Describes the parked messages; `parked.jsonl` has the reasons. */
export async function parkedIn(db: DynamoDBDocumentClient, { tables }: LocalDeployment): Promise<string[]> {
  let parked = 0;
  for await (const { Count = 0 } of paginateScan({ client: db }, { TableName: tables['parked'], Select: 'COUNT' })) {
    parked += Count;
  }
  return parked === 0 ? [] : [`${parked} thông điệp không thể xử lý, xem parked.jsonl`];
}
