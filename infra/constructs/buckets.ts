import { Duration } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectLockRetention,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { UPLOADS } from '#shared/contracts/uploads.ts';
import type { StageConfig } from '../config.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly encryptionKey: Key;
  readonly config: StageConfig;
}

export class Buckets extends Construct {
  /** The bucket into which senders put their files. */
  readonly inbox: Bucket;
  /** The bucket with receipts for senders and dossiers for the police. */
  readonly evidence: Bucket;

  /** The bucket of the verifiable log. Where the stage sets a lock, nobody can change a file during that time. */
  readonly log: Bucket;
  /** The bucket with the records of who reads the others. */
  readonly accessLogs: Bucket;

  constructor(scope: Construct, id: string, { encryptionKey, config }: Props) {
    super(scope, id);
    const { retention, evidenceLockDays, logLockDays, keepsData } = config;
    const safe = (days: number): BucketProps => ({
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      lifecycleRules: [
        {
          expiration: Duration.days(days),
          noncurrentVersionExpiration: Duration.days(days),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
      removalPolicy: removalOf(keepsData),
    });
    // S3 delivers access logs only where it may encrypt with its own key.
    this.accessLogs = new Bucket(this, 'AccessLogs', {
      ...safe(retention.accessLogs),
      encryption: BucketEncryption.S3_MANAGED,
    });
    const kept = (name: string, days: number): BucketProps => ({
      ...safe(days),
      encryption: BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      // CDK's class does not satisfy its own interface under `exactOptionalPropertyTypes`, so the
      // fields are copied.
      serverAccessLogsBucket: this.accessLogs as IBucket,
      serverAccessLogsPrefix: `${name}/`,
    });
    const inbox = kept('inbox', retention.inbox);
    this.inbox = new Bucket(this, 'Inbox', {
      ...inbox,
      lifecycleRules: [
        ...(inbox.lifecycleRules ?? []),
        // What no session has taken in goes
        { prefix: UPLOADS, expiration: Duration.days(1), noncurrentVersionExpiration: Duration.days(1) },
      ],
    });
    this.evidence = new Bucket(this, 'Evidence', {
      ...kept('evidence', retention.evidence),
      ...(evidenceLockDays !== undefined && {
        objectLockEnabled: true,
        objectLockDefaultRetention: ObjectLockRetention.governance(Duration.days(evidenceLockDays)),
      }),
    });
    this.log = new Bucket(this, 'Log', {
      ...kept('log', retention.evidence),
      // A tile is part of every later proof, so no object of the log expires.
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      ...(logLockDays !== undefined && {
        objectLockEnabled: true,
        objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(logLockDays)),
      }),
    });
  }
}
