import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { stackNameOf, type StageConfig } from '#infra/config.ts';
import { EdgeStack } from '#infra/edge-stack.ts';
import { HaukiemStack } from '#infra/haukiem-stack.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import cdk from '../../cdk.json' with { type: 'json' };
import { references, ROOT, synthesise } from './synthesised.ts';

const certificate = (region: string) => `arn:aws:acm:${region}:111122223333:certificate/desks`;
const desksDomain = {
  name: 'ban-lam-viec.hungyen.example',
  certificateArn: certificate('us-east-1'),
  originCertificateArn: certificate('ap-southeast-1'),
  webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/haukiem/1',
  allowedAddresses: ['203.0.113.0/24'],
};
const behindRules: StageConfig = { ...stageConfig('prod'), desksDomain };

describe('desks with a host name', () => {
  const made = synthesise(behindRules);
  const distribution = made.one('AWS::CloudFront::Distribution', 'Desks').Properties['DistributionConfig'];
  const api = made.one('AWS::ApiGatewayV2::Api', 'Desks');
  const pages = made.one('AWS::Lambda::Function', 'DesksServePages').Properties['Environment'].Variables;

  it('all requests pass the rules of WAF, over TLS alone, and nothing is cached', () => {
    expect(distribution).toMatchObject({
      Aliases: [desksDomain.name],
      WebACLId: desksDomain.webAclArn,
      ViewerCertificate: { AcmCertificateArn: desksDomain.certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
      Origins: [{ CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } }],
    });
    expect(api.Properties['DisableExecuteApiEndpoint']).toBe(true);
  });

  it('the distribution shows a secret that the template does not hold, and the pages read it', () => {
    const secret = made.one('AWS::SecretsManager::Secret', 'ResourcesSecretsEdge').id;
    const [{ OriginCustomHeaders: headers }] = distribution.Origins;
    expect(headers).toEqual([{ HeaderName: 'x-haukiem-edge', HeaderValue: expect.anything() }]);
    expect(JSON.stringify(headers)).toContain('{{resolve:secretsmanager:');
    expect(references(headers)).toEqual([secret]);
    expect(pages.EDGE_SECRET_ARN).toEqual({ Ref: secret });
  });

  it('people sign in at that name', () => {
    const clients = made
      .of('AWS::Cognito::UserPoolClient')
      .map(([, { Properties }]) => Properties['CallbackURLs'] ?? []);
    expect(clients.flat()).toContain(`https://${desksDomain.name}/sign-in/finish`);
  });

  it('until its rules are deployed the desks stay at the gateway’s address', () => {
    const before = synthesise({ ...behindRules, desksDomain: { ...desksDomain, webAclArn: undefined } });
    expect(before.of('AWS::CloudFront::Distribution')).toEqual([]);
    expect(before.one('AWS::ApiGatewayV2::Api', 'Desks').Properties['DisableExecuteApiEndpoint']).toBe(false);
  });
});

describe('the rules in front of the desks', () => {
  const rulesWith = (allowedAddresses?: readonly string[]) => {
    const app = new App({ context: cdk.context });
    const stack = new EdgeStack(app, {
      ...behindRules,
      desksDomain: { ...desksDomain, allowedAddresses },
    });
    const [acl] = Object.values(Template.fromStack(stack).findResources('AWS::WAFv2::WebACL'));
    return { stack, rules: acl?.['Properties'].Rules as { Name: string; Priority: number }[] };
  };

  it('one address and one person have a limit each, and known attackers are kept out', () => {
    const { stack, rules } = rulesWith();
    expect(stack.region).toBe('us-east-1');
    expect(rules.map(({ Name }) => Name)).toEqual([
      'one-address',
      'one-person',
      'AWSManagedRulesAmazonIpReputationList',
      'AWSManagedRulesKnownBadInputsRuleSet',
    ]);
    expect(JSON.stringify(rules)).not.toContain('"SampledRequestsEnabled":true');
  });

  it('where addresses are named, others are refused first', () => {
    const [first] = rulesWith(['203.0.113.0/24']).rules;
    expect(first).toMatchObject({ Name: 'other-addresses', Priority: 0, Action: { Block: {} } });
  });

  it('cdk-nag has no finding', () => {
    const app = new App({ context: { ...cdk.context, 'aws:cdk:disable-asset-staging': true } });
    new EdgeStack(app, { ...behindRules, desksDomain });
    new HaukiemStack(app, stackNameOf(behindRules), { config: behindRules, codeFolder: join(ROOT, 'functions') });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    expect(() => app.synth()).not.toThrow();
  });
});
