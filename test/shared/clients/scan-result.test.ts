import { GetObjectTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, expect, it } from 'vitest';
import { scanResult } from '#shared/clients/scan-result.ts';

const s3 = mockClient(S3Client);
afterAll(() => s3.restore());

it('the result of a search for malware is what GuardDuty wrote, and none before it has', async () => {
  s3.on(GetObjectTaggingCommand, { Key: 'new' }).resolves({ TagSet: [{ Key: 'other', Value: 'NO_THREATS_FOUND' }] });
  s3.on(GetObjectTaggingCommand, { Key: 'bad' }).resolves({
    TagSet: [{ Key: 'GuardDutyMalwareScanStatus', Value: 'THREATS_FOUND' }],
  });
  expect([await scanResult()('b', 'new'), await scanResult()('b', 'bad')]).toEqual([undefined, 'THREATS_FOUND']);
});
