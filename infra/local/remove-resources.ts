import { DeleteTableCommand } from '@aws-sdk/client-dynamodb';
import { DeleteBucketCommand, DeleteObjectsCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { DeleteSecretCommand } from '@aws-sdk/client-secrets-manager';
import { DeleteQueueCommand } from '@aws-sdk/client-sqs';
import { removeIfPresent } from './idempotent-calls.ts';
import type { Clients } from './clients.ts';
import type { Stack } from './template.ts';

/** Removes what a run created on another endpoint, citizens' data first of all. */
export async function removeResources(stack: Stack, { dynamodb, sqs, s3, secrets }: Clients): Promise<void> {
  const refs = (...types: string[]) =>
    types.flatMap((type) => stack.resources(type)).map(({ id }) => String(stack.resolve({ Ref: id })));
  const emptyAndDelete = async (Bucket: string) => {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
      const Objects = Contents.map(({ Key }) => ({ Key }));
      if (Objects.length > 0) await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    }
    await s3.send(new DeleteBucketCommand({ Bucket }));
  };
  // All are tried, whatever becomes of one
  const removed = await Promise.allSettled([
    ...refs('AWS::S3::Bucket').map((bucket) => removeIfPresent(emptyAndDelete(bucket))),
    ...refs('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((TableName) =>
      removeIfPresent(dynamodb.send(new DeleteTableCommand({ TableName }))),
    ),
    ...refs('AWS::SQS::Queue').map((QueueUrl) => removeIfPresent(sqs.send(new DeleteQueueCommand({ QueueUrl })))),
    ...refs('AWS::SecretsManager::Secret').map((SecretId) =>
      removeIfPresent(secrets.send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }))),
    ),
  ]);
  const failed = removed.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}
