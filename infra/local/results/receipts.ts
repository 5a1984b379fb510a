import { basename, dirname, join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { Receipt } from '#shared/contracts/receipt.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { writeText } from './write-lines.ts';

const PREFIX = 'receipts/';

/** Copies every receipt and its rejected rows out of the evidence bucket; answers with the receipts. */
export async function copyReceipts(s3: S3Client, Bucket: string, out: string): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket, Prefix: PREFIX })) {
    for (const { Key = '' } of Contents) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const text = (await Body?.transformToString('utf-8')) ?? '';
      await writeText(join(out, onDisk(Key)), text);
      if (Key.endsWith('.json')) receipts.push(Receipt.parse(JSON.parse(text)));
    }
  }
  return receipts;
}

/** A file system takes names of 255 bytes: a longer one keeps its ending, a print of the whole, and as much as fits. */
const LONGEST_NAME = 200;

function onDisk(key: string): string {
  const name = basename(key);
  if (Buffer.byteLength(name) <= LONGEST_NAME) return key;
  const ending = name.endsWith('.rejected.csv') ? '.rejected.csv' : '.json';
  const start = Buffer.from(name)
    .subarray(0, LONGEST_NAME - 40)
    .toString()
    .replaceAll('\uFFFD', '');
  return join(dirname(key), `${start}~${contentId(name.slice(0, -ending.length)).slice(0, 8)}${ending}`);
}
