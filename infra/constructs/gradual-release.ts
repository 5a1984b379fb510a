import { Validations } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import {
  type ILambdaDeploymentConfig,
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type Function, Version } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';

/** For five minutes a tenth of the calls and batches reach the new version; then all of them do. */
const SHARE: ILambdaDeploymentConfig = LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES;

/**
 * Gives a new version of a function a part of the calls first. An alarm in that time sends all calls back to the version
 * before, and CloudFormation then undoes the whole deployment.
 */
export class GradualRelease extends Construct {
  readonly #application: LambdaApplication;
  readonly #role: Role;
  readonly #alarm: Alarm;

  /** @param alarm the alarm by which a deployment counts as failed */
  constructor(scope: Construct, id: string, alarm: Alarm) {
    super(scope, id);
    this.#alarm = alarm;
    this.#application = new LambdaApplication(this, 'Application');
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSCodeDeployRoleForLambdaLimited')],
    });
    Validations.of(this.#role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason: 'It is the policy that AWS keeps for this one purpose: it moves aliases and reads alarms.',
    });
  }

  /** @returns the alias that callers and queues use, which moves from version to version */
  aliasOf(scope: Construct, released: Function): Alias {
    const { version } = released.currentVersion;
    const alias = new Alias(scope, 'Released', {
      aliasName: 'released',
      version: Version.fromVersionAttributes(scope, 'Current', { lambda: released, version }),
    });
    new LambdaDeploymentGroup(scope, 'Deployment', {
      alias,
      application: this.#application,
      deploymentConfig: SHARE,
      alarms: [this.#alarm],
      role: this.#role,
    });
    return alias;
  }
}
