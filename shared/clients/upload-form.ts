import { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';

/** A form by which a browser puts one file directly into a bucket until the form expires. */
export interface UploadForm {
  /** The address to which the form is sent. */
  readonly url: string;
  /** Hidden fields, in any order, before the field `file`. */
  readonly fields: Readonly<Record<string, string>>;
}

interface UploadFormRequest {
  readonly bucket: string;
  /** The file keeps its own name under it. */
  readonly prefix: string;
  readonly seconds: number;
  readonly mostBytes: number;
  /** The officer who gets the form, as the sign-in provider names them. */
  readonly officer: string;
  /** The address to which the browser goes afterwards; undefined where a script sends the form. */
  readonly afterwards?: string | undefined;
}
export type MakeUploadForm = (asked: UploadFormRequest) => Promise<UploadForm>;

/**
 * Makes forms that can do no more than the role that made them, so the role must be allowed to put objects under the
 * prefix.
 */
export function uploadForm(client = new S3Client({})): MakeUploadForm {
  return ({ bucket, prefix, seconds, mostBytes, officer, afterwards }) =>
    createPresignedPost(client, {
      Bucket: bucket,
      // S3 itself puts the name of the browser's file here.
      Key: `${prefix}\${filename}`,
      // An empty file is let in, because its receipt says what is wrong in the officer's language
      Conditions: [['content-length-range', 0, mostBytes]],
      Fields: {
        // The policy allows no other value, so the object shows who sent it
        'x-amz-meta-officer': officer,
        ...(afterwards === undefined ? { success_action_status: '204' } : { success_action_redirect: afterwards }),
      },
      Expires: seconds,
    });
}
