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
 * Makes S3 send an event for every object of the inbox to the queue `files`. It sets the bucket's property directly,
 * because the L2 construct would add a function and a custom resource.
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
        // The bucket depends on this policy, so the policy can't use the bucket's full name and uses its beginning.
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
    // S3 sends a test message when the bucket is made, so the queue's policy must exist before.
    if (allowed.policyDependable) inbox.node.addDependency(allowed.policyDependable);
  }
}
