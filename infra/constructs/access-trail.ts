import { Stack } from 'aws-cdk-lib';
import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';

interface Props {
  /** The ARNs of the tables whose items are watched. */
  readonly tables: readonly string[];
  readonly buckets: readonly Bucket[];
  /** Where the records go. */
  readonly to: Bucket;
}

const PREFIX = 'access';

/**
 * Records who reads or writes police data and evidence beside the flow: a person with rights in the account, or a program
 * with stolen keys. What the stack's own functions do is in the verifiable log, and would cost more than the flow itself.
 */
export class AccessTrail extends Construct {
  constructor(scope: Construct, id: string, { tables, buckets, to }: Props) {
    super(scope, id);
    const { account, partition, stackName } = Stack.of(this);
    const trailName = `${stackName}-access`;
    const cloudTrail = new ServicePrincipal('cloudtrail.amazonaws.com', {
      conditions: {
        StringEquals: {
          'aws:SourceArn': Stack.of(this).formatArn({
            service: 'cloudtrail',
            resource: 'trail',
            resourceName: trailName,
          }),
        },
      },
    });
    to.addToResourcePolicy(
      new PolicyStatement({ principals: [cloudTrail], actions: ['s3:GetBucketAcl'], resources: [to.bucketArn] }),
    );
    to.addToResourcePolicy(
      new PolicyStatement({
        principals: [cloudTrail],
        actions: ['s3:PutObject'],
        resources: [to.arnForObjects(`${PREFIX}/AWSLogs/${account}/*`)],
      }),
    );
    const ofOthers = {
      field: 'userIdentity.arn',
      notStartsWith: [`arn:${partition}:sts::${account}:assumed-role/${stackName}-`],
    };
    const watched = (type: string, arns: readonly string[]) => ({
      name: type,
      fieldSelectors: [
        { field: 'eventCategory', equalTo: ['Data'] },
        { field: 'resources.type', equalTo: [type] },
        { field: 'resources.ARN', startsWith: [...arns] },
        ofOthers,
      ],
    });
    const trail = new CfnTrail(this, 'Trail', {
      trailName,
      isLogging: true,
      s3BucketName: to.bucketName,
      s3KeyPrefix: PREFIX,
      enableLogFileValidation: true,
      advancedEventSelectors: [
        watched('AWS::DynamoDB::Table', tables),
        watched(
          'AWS::S3::Object',
          buckets.map((bucket) => bucket.arnForObjects('')),
        ),
      ],
    });
    if (to.policy) trail.node.addDependency(to.policy);
  }
}
