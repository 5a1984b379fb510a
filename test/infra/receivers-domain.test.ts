import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import type { StageConfig } from '#infra/config.ts';
import { stageConfig } from '#infra/stages/stage-config.ts';
import { HaukiemStack } from '#infra/haukiem-stack.ts';
import cdk from '../../cdk.json' with { type: 'json' };
import { references, ROOT, STAGES, synthesise, synthesised } from './synthesised.ts';

const arn = (id: string) => `arn:aws:acm:ap-southeast-1:111122223333:certificate/${id}`;
const withDomain: StageConfig = {
  ...stageConfig('prod'),
  receiversDomain: {
    name: 'haukiem.hungyen.example',
    certificateArn: arn('own'),
    truststore: { bucket: 'operators-truststore', key: 'authorities.pem', version: 'v1' },
  },
};
const apiOf = ({ one }: ReturnType<typeof synthesise>) => one('AWS::Lambda::Function', 'DeliveryReceiverApi');

describe('with a domain', () => {
  const made = synthesise(withDomain);

  it('the receivers’ API at its domain answers only certificates of the truststore’s authorities', () => {
    const domain = made.one('AWS::ApiGatewayV2::DomainName', 'DeliveryReceiversApiDomain');
    expect(domain.Properties).toMatchObject({
      DomainName: 'haukiem.hungyen.example',
      DomainNameConfigurations: [{ CertificateArn: arn('own'), SecurityPolicy: 'TLS_1_2', EndpointType: 'REGIONAL' }],
      MutualTlsAuthentication: { TruststoreUri: 's3://operators-truststore/authorities.pem', TruststoreVersion: 'v1' },
    });
    const mapping = made.one('AWS::ApiGatewayV2::ApiMapping', 'Delivery').Properties;
    expect(references(mapping['DomainName'])).toEqual([domain.id]);
    expect(references(mapping['ApiId'])).toEqual([made.one('AWS::ApiGatewayV2::Api', 'DeliveryReceiversApi').id]);
  });

  it('the gateway’s own address is closed where a domain is set', () => {
    expect(made.one('AWS::ApiGatewayV2::Api', 'DeliveryReceiversApi').Properties['DisableExecuteApiEndpoint']).toBe(
      true,
    );
  });

  it('the function that admits callers checks their certificate, and may only read the receivers for that', () => {
    const receivers = made.one('AWS::DynamoDB::Table', 'ResourcesTablesReceivers').id;
    const { CLIENT_CERTIFICATES, RECEIVERS_TABLE } = apiOf(made).Properties['Environment'].Variables;
    expect([CLIENT_CERTIFICATES, RECEIVERS_TABLE]).toEqual(['on', { Ref: receivers }]);
    const policy = made.one('AWS::IAM::Policy', 'DeliveryReceiverApiRole').Properties['PolicyDocument'];
    const onReceivers = policy.Statement.filter(({ Resource }: { Resource: unknown }) =>
      references(Resource).includes(receivers),
    );
    expect(onReceivers.map(({ Action }: { Action: unknown }) => Action)).toEqual(['dynamodb:GetItem']);
  });

  it('cdk-nag has no finding where a domain is set', () => {
    const app = new App({ context: { ...cdk.context, 'aws:cdk:disable-asset-staging': true } });
    const codeFolder = join(ROOT, 'functions');
    new HaukiemStack(app, 'haukiem-prod', { config: withDomain, codeFolder });
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
    expect(() => app.synth()).not.toThrow();
    rmSync(app.outdir, { recursive: true });
  });
});

it('an imported certificate needs a certificate of ACM beside it', () => {
  const { receiversDomain } = withDomain;
  if (!('name' in receiversDomain)) throw new Error('no domain');
  const imported = { ...receiversDomain, ownershipCertificateArn: arn('ownership') };
  const { one } = synthesise({ ...withDomain, receiversDomain: imported });
  const [{ OwnershipVerificationCertificateArn }] = one('AWS::ApiGatewayV2::DomainName', 'Delivery').Properties[
    'DomainNameConfigurations'
  ];
  expect(OwnershipVerificationCertificateArn).toBe(arn('ownership'));
});

it.each(STAGES)('the gateway of stage %s, which has no domain yet, answers by token alone', (stage) => {
  const made = synthesised(stage);
  expect(made.of('AWS::ApiGatewayV2::DomainName')).toEqual([]);
  const { DisableExecuteApiEndpoint = false } = made.one('AWS::ApiGatewayV2::Api', 'DeliveryReceiversApi').Properties;
  expect(DisableExecuteApiEndpoint).toBe(false);
  expect(apiOf(made).Properties['Environment'].Variables['CLIENT_CERTIFICATES']).toBe('off');
});

it('a stage without certificates gives its reason, also in its template', () => {
  const config = stageConfig('prod');
  expect(() => synthesise({ ...config, receiversDomain: { withoutBecause: ' ' } })).toThrow(/does not say why/u);
  const { templateOptions } = synthesised('prod').stack;
  expect(templateOptions.metadata?.['Haukiem::WithoutCertificates']).toMatch(/not issued yet/u);
  expect(synthesise(withDomain).stack.templateOptions.metadata).not.toHaveProperty('Haukiem::WithoutCertificates');
});

it('the receivers’ calls have reserved environments of their own in prod', () => {
  expect(apiOf(synthesised('prod')).Properties['ReservedConcurrentExecutions']).toBe(20);
});
