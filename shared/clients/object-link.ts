import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** A link whose holder may read one object until it expires. It is a separate file because most functions never make a link. */
export type ObjectLink = (bucket: string, key: string, seconds: number) => Promise<string>;

/** Makes links that can do no more than the role that made them, so the role must be allowed to read the object. */
export function objectLink(client = new S3Client({})): ObjectLink {
  return (Bucket, Key, seconds) => getSignedUrl(client, new GetObjectCommand({ Bucket, Key }), { expiresIn: seconds });
}
