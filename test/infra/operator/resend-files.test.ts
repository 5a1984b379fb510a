import { CopyObjectCommand, HeadObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { resendFiles } from '#infra/operator/resend-files.ts';

const version = (Key: string, VersionId: string, hour: number) => ({
  Key,
  VersionId,
  LastModified: new Date(Date.UTC(2026, 10, 30, hour)),
});

it('every version that came since the second is dropped again, the oldest first, from all pages of all feeds', async () => {
  const client = new S3Client({});
  const s3 = mockClient(client);
  s3.on(ListObjectVersionsCommand).resolves({});
  s3.on(ListObjectVersionsCommand, { Prefix: 'accounts/', KeyMarker: undefined }).resolves({
    Versions: [version('accounts/970436/thg 11.xlsx', 'b', 9), version('accounts/970436/cũ.csv', 'x', 1)],
    IsTruncated: true,
    NextKeyMarker: 'accounts/970436/thg 11.xlsx',
    NextVersionIdMarker: 'b',
  });
  s3.on(ListObjectVersionsCommand, { Prefix: 'accounts/', KeyMarker: 'accounts/970436/thg 11.xlsx' }).resolves({
    Versions: [version('accounts/970436/thg 11.xlsx', 'a', 8)],
  });
  s3.on(ListObjectVersionsCommand, { Prefix: 'identities/' }).resolves({
    Versions: [version('identities/b.csv', 'c', 7)],
  });
  s3.on(HeadObjectCommand).resolves({ Metadata: { by: 'officer-1' }, ContentType: 'text/csv' });
  s3.on(CopyObjectCommand).resolves({});

  expect(await resendFiles(client, 'inbox', new Date(Date.UTC(2026, 10, 30, 7)))).toBe(3);
  const copied = s3.commandCalls(CopyObjectCommand).map(({ args: [{ input }] }) => input);
  expect(copied.map(({ Key, CopySource }) => [Key, CopySource])).toEqual([
    ['identities/b.csv', 'inbox/identities/b.csv?versionId=c'],
    ['accounts/970436/thg 11.xlsx', 'inbox/accounts/970436/thg%2011.xlsx?versionId=a'],
    ['accounts/970436/thg 11.xlsx', 'inbox/accounts/970436/thg%2011.xlsx?versionId=b'],
  ]);
  expect(copied[0]).toMatchObject({
    MetadataDirective: 'REPLACE',
    ContentType: 'text/csv',
    Metadata: { by: 'officer-1' },
  });
});
