import { join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { Receipt } from '#shared/contracts/receipt.ts';
import { writeText } from './write-lines.ts';

const PREFIX = 'receipts/';

/** Copies every receipt and its rejected rows out of the evidence bucket; answers with the receipts. */
export async function copyReceipts(s3: S3Client, Bucket: string, out: string): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: PREFIX })) {
    for (const { Key = '' } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const text = (await Body?.transformToString('utf-8')) ?? '';
      await writeText(join(out, Key), text);
      if (Key.endsWith('.json')) receipts.push(Receipt.parse(JSON.parse(text)));
    }
  }
  return receipts;
}
