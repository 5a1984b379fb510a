import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

interface MoveTask {
  /** The dead letters' URL, the queue's. */
  readonly from: string;
  readonly to: string;
}

/**
 * What SQS does on `start-message-move-task`, which the local engine doesn't know: each message is sent anew to the
 * destination, with the time of now, and then deleted. @returns the bodies moved
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
