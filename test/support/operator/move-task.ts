import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

interface MoveTask {
  /** The dead letters' URL, the queue's. */
  readonly from: string;
  readonly to: string;
}

/**
 * Does what SQS does on `start-message-move-task`, which the local engine doesn't support: it sends each message to the
 * destination with the present time, and then deletes it. @returns the bodies moved
 */
export async function moveTask(sqs: SQSClient, { from, to }: MoveTask): Promise<string[]> {
  const moved: string[] = [];
  for (;;) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: from, MaxNumberOfMessages: 10 }));
    if (Messages.length === 0) return moved;
    for (const { Body = '', ReceiptHandle } of Messages) {
      await sqs.send(new SendMessageCommand({ QueueUrl: to, MessageBody: Body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
      moved.push(Body);
    }
  }
}
