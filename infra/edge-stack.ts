import { CfnOutput, Stack } from 'aws-cdk-lib';
import { CfnIPSet, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import { SESSION_COOKIE } from '#shared/contracts/session-cookie.ts';
import { type DesksDomainConfig, type StageConfig, stackNameOf } from './config.ts';

/** Where CloudFront looks for the rules of its distributions. */
const REGION = 'us-east-1';
/** Requests in five minutes. An office of fifty people shares an address, and a person opens a page every few seconds. */
const MOST = { address: 5000, person: 600 };

type Rule = Pick<CfnWebACL.RuleProperty, 'name' | 'statement' | 'action' | 'overrideAction'>;

/**
 * The rules in front of the desks: a stranger who floods them uses up his own share and nobody else's. A stack of its
 * own, because WAF keeps the rules of CloudFront in one region alone.
 */
export class EdgeStack extends Stack {
  constructor(scope: Construct, config: StageConfig & { readonly desksDomain: DesksDomainConfig }) {
    const { province, stage, keepsData, desksDomain } = config;
    super(scope, `${stackNameOf(config)}-edge`, {
      env: { region: REGION },
      terminationProtection: keepsData,
      description: `Hậu kiểm, lớp ngoài (${stage}, ${province.name})`,
      tags: { system: 'haukiem', stage, province: province.slug },
    });
    const rules = [...this.#onlyFrom(desksDomain.allowedAddresses), ...RULES];
    const acl = new CfnWebACL(this, 'Rules', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: counted('all'),
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: counted(rule.name) })),
    });
    new CfnOutput(this, 'WebAclArn', { value: acl.attrArn });
  }

  /** @param addresses ranges such as `203.0.113.0/24`; undefined: everybody */
  #onlyFrom(addresses: readonly string[] | undefined): Rule[] {
    if (addresses === undefined) return [];
    const set = new CfnIPSet(this, 'Allowed', {
      scope: 'CLOUDFRONT',
      ipAddressVersion: 'IPV4',
      addresses: [...addresses],
    });
    const statement = { notStatement: { statement: { ipSetReferenceStatement: { arn: set.attrArn } } } };
    return [{ name: 'other-addresses', statement, action: { block: {} } }];
  }
}

const tooMany = (limit: number) => ({ limit, evaluationWindowSec: 300 });

const RULES: readonly Rule[] = [
  {
    name: 'one-address',
    statement: { rateBasedStatement: { ...tooMany(MOST.address), aggregateKeyType: 'IP' } },
    action: { block: {} },
  },
  {
    name: 'one-person',
    statement: {
      rateBasedStatement: {
        ...tooMany(MOST.person),
        aggregateKeyType: 'CUSTOM_KEYS',
        customKeys: [{ cookie: { name: SESSION_COOKIE, textTransformations: [{ priority: 0, type: 'NONE' }] } }],
      },
    },
    action: { block: {} },
  },
  managed('AWSManagedRulesAmazonIpReputationList'),
  managed('AWSManagedRulesKnownBadInputsRuleSet'),
];

function managed(name: string): Rule {
  return {
    name,
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
    overrideAction: { none: {} },
  };
}

/** Requests are counted, and none is kept as an example: they have cookies and addresses of people. */
function counted(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, metricName, sampledRequestsEnabled: false };
}
