import { Stack } from 'aws-cdk-lib';
import { type IPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly keepsData: boolean;
}

/** Customer-managed keys, one for each kind of resource, so that each key has few, named users. */
export class Keys extends Construct {
  /** The key of tables and secrets. */
  readonly records: Key;
  /** The key of what passes: queues, the alarms' topic and the functions' own logs, none of which names a person. */
  readonly messages: Key;
  /** The key of the inbox and the evidence bucket. */
  readonly files: Key;
  /**
   * The key that signs the log. Receivers and witnesses know the log by it, so it is never changed, and nobody can read
   * its private part.
   */
  readonly log: Key;

  constructor(scope: Construct, id: string, { keepsData }: Props) {
    super(scope, id);
    const { account, region, partition } = Stack.of(this);
    const removalPolicy = removalOf(keepsData);
    const inAccount = { StringEquals: { 'aws:SourceAccount': account } };
    const key = (name: string, what: string) =>
      new Key(this, name, { enableKeyRotation: true, description: `haukiem: ${what}`, removalPolicy });
    this.records = key('Records', 'tables and secrets');
    this.messages = key('Messages', 'queues, alarms and logs of the functions');
    this.files = key('Files', 'inbox and evidence');
    this.log = new Key(this, 'Log', {
      keySpec: KeySpec.ECC_NIST_EDWARDS25519,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description: 'haukiem: signs the verifiable log',
      removalPolicy,
    });

    const messengers = ['s3.amazonaws.com', 'cloudwatch.amazonaws.com'].map((name) => new ServicePrincipal(name));
    allow(this.messages, messengers, ['kms:Decrypt', 'kms:GenerateDataKey'], inAccount);
    allow(
      this.messages,
      [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
      ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
      { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` } },
    );
  }
}

function allow(key: Key, principals: readonly IPrincipal[], actions: string[], conditions: Record<string, object>) {
  // In a key's own policy `*` means this key.
  key.addToResourcePolicy(new PolicyStatement({ principals: [...principals], actions, conditions, resources: ['*'] }));
}
