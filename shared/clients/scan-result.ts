import { GetObjectTaggingCommand } from '@aws-sdk/client-s3';
import { storageClient } from './stored-objects.ts';

/** What GuardDuty found in an object (`NO_THREATS_FOUND`, …); undefined while it has not looked at it. */
export type ScanResult = (bucket: string, key: string) => Promise<string | undefined>;

const STATUS = 'GuardDutyMalwareScanStatus';

export function scanResult(client = storageClient()): ScanResult {
  return async (Bucket, Key) => {
    const { TagSet = [] } = await client.send(new GetObjectTaggingCommand({ Bucket, Key }));
    return TagSet.find((tag) => tag.Key === STATUS)?.Value;
  };
}
