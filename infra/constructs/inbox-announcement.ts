import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StepQueue } from './step-queue.ts';

interface Props {
  readonly inbox: Bucket;
  readonly files: StepQueue;
}

/**
 * S3 puts every object of the inbox on the queue `files`, by the bucket's own property: the L2 would bring a function
 * of its own and a custom resource.
 */
export class InboxAnnouncement extends Construct {
  constructor(scope: Construct, id: string, { inbox, files: { queue } }: Props) {
    super(scope, id);
    const { account, partition, stackName } = Stack.of(this);
    const allowed = queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [queue.queueArn],
        // The bucket waits for this policy, so the policy can't use the bucket's name: it uses the beginning of the
        // name.
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:s3:::${stackName}-*` },
        },
      }),
    );
    const bucket = inbox.node.defaultChild;
    if (!(bucket instanceof CfnBucket)) throw new Error('The inbox is not a bucket of this stack');
    bucket.notificationConfiguration = {
      queueConfigurations: [{ event: 's3:ObjectCreated:*', queue: queue.queueArn }],
    };
    // S3 tries the queue when the bucket is made.
    if (allowed.policyDependable) inbox.node.addDependency(allowed.policyDependable);
  }
}
