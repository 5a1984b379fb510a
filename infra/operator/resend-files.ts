import {
  CopyObjectCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';

/** A version of an object, which is one drop. */
interface Drop {
  readonly key: string;
  readonly versionId: string;
  readonly at: Date;
}

/**
 * Drops every file again that came into the inbox since a second, the oldest first, so that the newest file of a name
 * stays the newest. @returns their number
 */
export async function resendFiles(s3: S3Client, bucket: string, since: Date): Promise<number> {
  const drops: Drop[] = [];
  for (const folder of FEED_FOLDERS) drops.push(...(await dropsUnder(`${folder}/`, s3, bucket)));
  const later = drops.filter(({ at }) => at >= since).sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const drop of later) await dropAgain(drop, s3, bucket);
  return later.length;
}

async function dropsUnder(Prefix: string, s3: S3Client, Bucket: string): Promise<Drop[]> {
  const drops: Drop[] = [];
  let from: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } | undefined = {};
  while (from) {
    const page: ListObjectVersionsCommandOutput = await s3.send(
      new ListObjectVersionsCommand({ Bucket, Prefix, ...from }),
    );
    for (const { Key, VersionId, LastModified } of page.Versions ?? []) {
      if (Key !== undefined && VersionId !== undefined && LastModified)
        drops.push({ key: Key, versionId: VersionId, at: LastModified });
    }
    const { NextKeyMarker: KeyMarker, NextVersionIdMarker: VersionIdMarker } = page;
    from = page.IsTruncated === true ? { KeyMarker, VersionIdMarker } : undefined;
  }
  return drops;
}

/** Copies a version onto its own name, which S3 announces as it announces a new file. */
async function dropAgain({ key, versionId, at }: Drop, s3: S3Client, Bucket: string): Promise<void> {
  const path = [Bucket, ...key.split('/')].map(encodeURIComponent).join('/');
  const { Metadata, ContentType } = await s3.send(new HeadObjectCommand({ Bucket, Key: key, VersionId: versionId }));
  await s3.send(
    new CopyObjectCommand({
      Bucket,
      Key: key,
      CopySource: `${path}?versionId=${versionId}`,
      // S3 refuses a copy of an object onto itself that changes nothing
      MetadataDirective: 'REPLACE',
      Metadata: { ...Metadata, 'first-sent': at.toISOString() },
      ContentType,
    }),
  );
}
