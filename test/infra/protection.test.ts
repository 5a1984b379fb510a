import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { references, STAGES, statementsOf, synthesised } from './synthesised.ts';

const idsOf = (resources: [string, unknown][]) => resources.map(([id]) => id);

describe.each(STAGES)('what protects the data of stage %s', (stage) => {
  const { all, of, one, functionOf, stack } = synthesised(stage);

  it('everything stored or queued is encrypted with a customer-managed key that rotates', () => {
    const encrypting = of('AWS::KMS::Key').filter(([, { Properties }]) => Properties['KeyUsage'] !== 'SIGN_VERIFY');
    const keys = new Set(idsOf(encrypting));
    for (const [, { Properties }] of encrypting) expect(Properties['EnableKeyRotation']).toBe(true);
    const withKey = (value: unknown) => keys.has(references(value)[0] ?? '');
    const open = Object.entries(all).filter(([, { Type, Properties }]) => {
      if (Type === 'AWS::DynamoDB::Table') return !withKey(Properties['SSESpecification'].KMSMasterKeyId);
      if (Type === 'AWS::SQS::Queue') return !withKey(Properties['KmsMasterKeyId']);
      if (Type === 'AWS::SNS::Topic') return !withKey(Properties['KmsMasterKeyId']);
      if (Type === 'AWS::SecretsManager::Secret') return !withKey(Properties['KmsKeyId']);
      if (Type === 'AWS::Logs::LogGroup') return !withKey(Properties['KmsKeyId']);
      return Type === 'AWS::S3::Bucket' && !withKey(Properties['BucketEncryption']);
    });
    // S3 delivers access logs only to a bucket with S3's own key.
    expect(idsOf(open)).toEqual([expect.stringMatching(/^ResourcesBucketsAccessLogs/u)]);
  });

  it('every queue and bucket refuses plain HTTP', () => {
    const policed = (type: string, of_: string) =>
      of(type).flatMap(([, { Properties }]) => {
        const denies = statementsOf(Properties['PolicyDocument']).some(
          (s) => s.Effect === 'Deny' && s.Condition['Bool']?.['aws:SecureTransport'] === 'false',
        );
        return denies ? references(Properties[of_]) : [];
      });
    expect(policed('AWS::SQS::QueuePolicy', 'Queues').sort()).toEqual(idsOf(of('AWS::SQS::Queue')).sort());
    expect(policed('AWS::S3::BucketPolicy', 'Bucket').sort()).toEqual(idsOf(of('AWS::S3::Bucket')).sort());
  });

  it('every bucket is private and versioned, and deletes objects after their time', () => {
    for (const [id, { Properties }] of of('AWS::S3::Bucket')) {
      expect(Object.values(Properties['PublicAccessBlockConfiguration'])).toEqual([true, true, true, true]);
      expect(Properties['VersioningConfiguration']).toEqual({ Status: 'Enabled' });
      // A tile of the log is part of every later proof
      if (id.startsWith('ResourcesBucketsLog')) continue;
      expect(Properties['LifecycleConfiguration'].Rules[0]).toMatchObject({
        ExpirationInDays: expect.any(Number),
        NoncurrentVersionExpiration: { NoncurrentDays: expect.any(Number) },
      });
    }
  });

  it('attached files are searched for malware in prod, by a role that reads nothing else', () => {
    const plans = of('AWS::GuardDuty::MalwareProtectionPlan');
    expect(plans).toHaveLength(stage === 'prod' ? 1 : 0);
    for (const [, { Properties }] of plans) {
      expect(Properties['ProtectedResource'].S3Bucket.ObjectPrefixes).toEqual(['attachments/']);
      expect(Properties['Actions']).toEqual({ Tagging: { Status: 'ENABLED' } });
      const [role] = references(Properties['Role']);
      const { Properties: searcher } = one('AWS::IAM::Role', role ?? '');
      const reads = statementsOf(searcher['Policies'][0].PolicyDocument).filter(({ Action }) =>
        Action.includes('s3:GetObject'),
      );
      expect(reads.map(({ Resource }) => JSON.stringify(Resource))).toEqual([expect.stringContaining('attachments/*')]);
    }
  });

  it('nobody can change the verifiable log in prod for ten years', () => {
    const { ObjectLockConfiguration, LifecycleConfiguration } = one(
      'AWS::S3::Bucket',
      'ResourcesBucketsLog',
    ).Properties;
    const lock = { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 3653 } } };
    expect(ObjectLockConfiguration).toEqual(stage === 'prod' ? lock : undefined);
    expect(JSON.stringify(LifecycleConfiguration)).not.toContain('Expiration');
  });

  it("the receivers' API asks the function that admits callers about each token, and nobody is named in the template", () => {
    const authorizer = one('AWS::ApiGatewayV2::Authorizer', 'DeliveryReceiversApi');
    const ofReceivers = (type: string) => of(type).filter(([id]) => id.startsWith('Delivery'));
    const routes = ofReceivers('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties);
    expect(routes.length).toBeGreaterThan(6);
    for (const route of routes) {
      expect(route).toMatchObject({ AuthorizationType: 'CUSTOM', AuthorizerId: { Ref: authorizer.id } });
    }
    expect(authorizer.Properties).toMatchObject({
      IdentitySource: ['$request.header.Authorization'],
      EnableSimpleResponses: true,
    });
    const admits = one('AWS::Lambda::Function', 'DeliveryAdmitCaller');
    expect(functionOf(authorizer.Properties['AuthorizerUri'])).toBe(admits.id);
    expect(ofReceivers('AWS::Cognito::UserPoolClient')).toEqual([]);
  });

  it('the outputs name the addresses of the receivers’ API and of its tokens', () => {
    const { ReceiversUrl, TokenUrl } = Template.fromStack(stack).toJSON()['Outputs'];
    expect(references(ReceiversUrl.Value)).toContain(one('AWS::ApiGatewayV2::Api', 'Delivery').id);
    expect(references(TokenUrl.Value)).toContain(one('AWS::Cognito::UserPoolDomain', 'Delivery').id);
    expect(JSON.stringify(TokenUrl.Value)).toContain('/oauth2/token');
  });

  it('people sign in at the desks with a second factor, and by PKCE', () => {
    const pool = one('AWS::Cognito::UserPool', 'DesksPeople').Properties;
    expect(pool).toMatchObject({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
    expect(pool['AdminCreateUserConfig']).toEqual({ AllowAdminCreateUserOnly: true });
    const client = one('AWS::Cognito::UserPoolClient', 'DesksPeople').Properties;
    expect(client).toMatchObject({ AllowedOAuthFlows: ['code'], GenerateSecret: false });
    expect(JSON.stringify(client['CallbackURLs'])).toContain('/sign-in/finish');
    const groups = of('AWS::Cognito::UserPoolGroup').map(([, { Properties }]) => Properties['GroupName']);
    expect(groups).toEqual(['office', 'police', 'province', 'operator']);
  });

  it('the desks have an API of their own, where programs need a person’s token and pages need none', () => {
    const routes = of('AWS::ApiGatewayV2::Route').filter(([id]) => id.startsWith('Desks'));
    const asked = routes.map(([, { Properties }]) => `${Properties['RouteKey']} ${Properties['AuthorizationType']}`);
    expect(asked.sort()).toEqual([
      'GET / NONE',
      'GET /api/{proxy+} JWT',
      'GET /{proxy+} NONE',
      'POST /api/{proxy+} JWT',
      'POST /{proxy+} NONE',
    ]);
    const { DesksUrl } = Template.fromStack(stack).toJSON()['Outputs'];
    expect(references(DesksUrl.Value)).toContain(one('AWS::ApiGatewayV2::Api', 'Desks').id);
  });
});
