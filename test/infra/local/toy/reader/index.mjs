import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

const s3 = new S3Client({});
const sqs = new SQSClient({});
const secrets = new SecretsManagerClient({});

/** Sends each line of a dropped file to the next queue. */
export const handler = async ({ Records }) => {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.SECRET_ARN }));
  if (!SecretString) throw new Error('no secret');
  for (const { body } of Records) {
    const { bucket, object } = JSON.parse(body).Records[0].s3;
    const Key = decodeURIComponent(object.key.replaceAll('+', ' '));
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key }));
    const lines = (await Body.transformToString()).split('\n').filter(Boolean);
    for (let n = 0; n < lines.length; n += 10) {
      const Entries = lines.slice(n, n + 10).map((MessageBody, i) => ({ Id: String(i), MessageBody }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl: process.env.WORK_QUEUE_URL, Entries }));
    }
  }
};
