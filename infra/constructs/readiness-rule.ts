import { CfnRule, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';

interface LackingSettings {
  /** One sentence for each thing that the stage lacks. */
  readonly lacking: readonly string[];
}

/** CloudFormation itself refuses to create or update a stack whose settings are not complete, whatever tool deploys it. */
export class ReadinessRule extends Construct {
  constructor(scope: Construct, id: string, { lacking }: LackingSettings) {
    super(scope, id);
    if (lacking.length === 0) return;
    new CfnRule(this, 'Settings', {
      assertions: lacking.map((sentence) => ({
        assert: Fn.conditionEquals('complete', 'lacking'),
        assertDescription: sentence,
      })),
    });
  }
}
