import { CfnOutput } from 'aws-cdk-lib';
import {
  CfnEIP,
  FlowLogDestination,
  type IVpc,
  NatProvider,
  SecurityGroup,
  SubnetType,
  Vpc,
} from 'aws-cdk-lib/aws-ec2';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

interface Props {
  readonly logKey: Key;
  readonly logDays: RetentionDays;
}

/**
 * A network from which calls leave by addresses that do not change, for receivers who let in only callers that they know.
 * It lies in two zones, so that one may fail, and nothing can call into it.
 */
export class FixedEgress extends Construct {
  readonly vpc: IVpc;
  readonly callers: SecurityGroup;

  constructor(scope: Construct, id: string, { logKey, logDays }: Props) {
    super(scope, id);
    const addresses = ['A', 'B'].map((zone) => new CfnEIP(this, `Address${zone}`));
    const vpc = new Vpc(this, 'Network', {
      maxAzs: addresses.length,
      natGatewayProvider: NatProvider.gateway({ eipAllocationIds: addresses.map((one) => one.attrAllocationId) }),
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: 'Out', subnetType: SubnetType.PUBLIC, mapPublicIpOnLaunch: false },
        { name: 'Callers', subnetType: SubnetType.PRIVATE_WITH_EGRESS },
      ],
    });
    vpc.addFlowLog('Flows', {
      destination: FlowLogDestination.toCloudWatchLogs(
        new LogGroup(this, 'Flows', { retention: logDays, encryptionKey: logKey }),
      ),
    });
    // CDK's class does not satisfy its own interface under `exactOptionalPropertyTypes`
    this.vpc = vpc as IVpc;
    this.callers = new SecurityGroup(this, 'CallersGroup', {
      vpc: this.vpc,
      description: 'haukiem: callers of receivers',
    });
    for (const [n, address] of addresses.entries())
      new CfnOutput(this, `EgressAddress${n + 1}`, { value: address.attrPublicIp });
  }
}
