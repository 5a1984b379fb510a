import { Validations } from 'aws-cdk-lib';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { StageConfig } from '../config.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly encryptionKey: Key;
  readonly config: Pick<StageConfig, 'keepsData' | 'policeSource' | 'desksDomain'>;
}

export class Secrets extends Construct {
  /** The key of the hashes by which documents, phones and accounts are looked up. */
  readonly hash: Secret;
  /** The key that seals the feed's cursors. */
  readonly cursor: Secret;
  /** What the distribution in front of the desks shows to the API behind it, where there is one. */
  readonly edge: Secret | undefined;
  /** The credentials for the police's verification service, where one is asked. The operator replaces the generated value by them. */
  readonly policeService: Secret | undefined;

  constructor(scope: Construct, id: string, { encryptionKey, config }: Props) {
    super(scope, id);
    const removalPolicy = removalOf(config.keepsData);
    const generateSecretString = { passwordLength: 64, excludePunctuation: true };
    const secret = (name: string, description: string) =>
      new Secret(this, name, { description, encryptionKey, generateSecretString, removalPolicy });

    this.hash = secret('Hash', 'haukiem: key of the lookup hashes');
    Validations.of(this.hash).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Another key is added beside it and all is re-keyed, step by step (npm run operate -- rekey): one put in its place would find nothing.',
    });
    this.cursor = secret('Cursor', 'haukiem: seal of the places in the receivers’ feeds');
    Validations.of(this.cursor).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'An operator changes it where it may have become known: every receiver then reads its feed from the start.',
    });
    if ('name' in config.desksDomain && config.desksDomain.webAclArn !== undefined) {
      this.edge = secret('Edge', 'haukiem: shown by the distribution in front of the desks');
      Validations.of(this.edge).acknowledge({
        id: 'AwsSolutions-SMG4',
        reason: 'CloudFormation puts it into the distribution; a new value needs a deployment, which an operator does.',
      });
    }
    if (config.policeSource.kind !== 'service') return;
    this.policeService = secret('PoliceService', 'haukiem: secret shared with the police verification service');
    Validations.of(this.policeService).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The police issue it and change it with us by appointment; a rotation of ours alone would lock us out.',
    });
  }
}
