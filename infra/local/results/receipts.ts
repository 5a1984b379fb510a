import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { wholeObject } from '#shared/clients/whole-object.ts';
import { Receipt, RECEIPT_ENDING, receiptStem, REJECTED_ENDING } from '#shared/contracts/receipt.ts';
import { pathOnDisk } from './path-on-disk.ts';

const PREFIX = 'receipts/';

/** Copies every receipt and its rejected rows out of the evidence bucket, and returns the receipts. */
export async function copyReceipts(s3: S3Client, Bucket: string, out: string): Promise<Receipt[]> {
  const textOf = async (Key: string) => (await wholeObject(s3, Bucket, Key)).toString();
  const receipts: Receipt[] = [];
  // A name may contain characters that XML can't
  const query = { Bucket, Prefix: PREFIX, EncodingType: 'url' } as const;
  for await (const { Contents = [], EncodingType } of paginateListObjectsV2({ client: s3 }, query)) {
    const keys = Contents.map(({ Key = '' }) => (EncodingType === 'url' ? decoded(Key) : Key));
    for (const key of keys.filter((one) => one.endsWith(RECEIPT_ENDING))) {
      const text = await textOf(key);
      const receipt = Receipt.parse(JSON.parse(text));
      receipts.push(receipt);
      await writeNew(out, receipt, RECEIPT_ENDING, text);
      if (receipt.rejected > 0)
        await writeNew(out, receipt, REJECTED_ENDING, await textOf(`${receiptStem(receipt)}${REJECTED_ENDING}`));
    }
  }
  return receipts;
}

const decoded = (key: string) => decodeURIComponent(key.replaceAll('+', ' '));

/**
 * Where the file system treats two names as the same (`A` and `a`, or two forms of `ế`), the second is written in plain
 * ASCII.
 */
async function writeNew(out: string, { feed, file }: Receipt, ending: string, text: string): Promise<void> {
  const write = async (name: string) => {
    const path = join(out, PREFIX, feed, `${name}${ending}`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  };
  try {
    await write(pathOnDisk(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    await write(pathOnDisk(file, true));
  }
}
