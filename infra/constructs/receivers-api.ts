import { Duration, CfnOutput } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CALLS_A_MINUTE } from '#shared/contracts/api-limits.ts';
import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';
import type { StageConfig, ReceiversDomainConfig } from '../config.ts';
import type { Alarms } from './alarms.ts';
import { apiStage } from './api-stage.ts';
import type { StepContext } from './step.ts';

/**
 * A domain name of the API that accepts certificates of known authorities alone. The function looks up which receiver
 * a certificate belongs to.
 */
class ReceiversDomain extends Construct {
  readonly domain: DomainName;

  constructor(
    scope: Construct,
    id: string,
    { name, certificateArn, ownershipCertificateArn, truststore }: ReceiversDomainConfig,
  ) {
    super(scope, id);
    const certificate = (what: string, arn: string) => Certificate.fromCertificateArn(this, what, arn);
    this.domain = new DomainName(this, 'Name', {
      domainName: name,
      certificate: certificate('Certificate', certificateArn),
      ...(ownershipCertificateArn !== undefined && {
        ownershipCertificate: certificate('Ownership', ownershipCertificateArn),
      }),
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls: {
        bucket: Bucket.fromBucketName(this, 'Truststore', truststore.bucket),
        key: truststore.key,
        version: truststore.version,
      },
    });
    // The target that the host name's CNAME record must have
    new CfnOutput(this, 'Target', { value: this.domain.regionalDomainName });
  }
}

interface Props {
  readonly config: StageConfig;
  readonly handler: IFunction;
  /** The function that tells who calls. */
  readonly admitCaller: IFunction;
  readonly context: StepContext;
  readonly alarms: Alarms;
}

const ROUTES: readonly (readonly [HttpMethod, path: string])[] = [
  [HttpMethod.GET, '/v1/notices'],
  [HttpMethod.GET, '/v1/notices/{id}'],
  [HttpMethod.GET, '/v1/notices/{id}/proof'],
  [HttpMethod.GET, '/v1/log/checkpoint'],
  [HttpMethod.POST, '/v1/log/checkpoints'],
  [HttpMethod.POST, '/v1/notices/{id}/acknowledgements'],
  [HttpMethod.POST, '/v1/notices/{id}/decisions'],
  [HttpMethod.POST, '/v1/notices/{id}/reviews'],
  [HttpMethod.GET, '/v1/notices/{id}/reviews'],
  [HttpMethod.GET, '/v1/notices/{id}/questions'],
  [HttpMethod.GET, '/v1/questions'],
  [HttpMethod.POST, '/v1/dossiers/{id}/link'],
  [HttpMethod.POST, '/v1/suspicious-accounts'],
  [HttpMethod.GET, '/v1/replies/{id}'],
  [HttpMethod.POST, '/v1/test-events'],
  [HttpMethod.POST, '/v1/signing-keys'],
  [HttpMethod.GET, '/v1/deliveries'],
  [HttpMethod.POST, '/v1/files'],
  [HttpMethod.POST, '/v1/file-results'],
];
/**
 * The limit for all receivers together, which protects the function's environments. Each receiver's own share is
 * counted behind it and refused in its own words; the gateway has none (docs/decisions/receivers-api.md), so all shares fit into its limit.
 */
const RATE_LIMIT = Math.ceil((ALL_RECEIVERS.length * CALLS_A_MINUTE) / 60);
const THROTTLE = { rateLimit: RATE_LIMIT, burstLimit: 2 * RATE_LIMIT };

/**
 * The receivers' API: no call reaches the function without a token for one receiver, nor without a certificate where
 * the stage has a domain.
 */
export class ReceiversApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, { config, handler, admitCaller, context, alarms }: Props) {
    super(scope, id);
    const { receiversDomain } = config;
    if ('withoutBecause' in receiversDomain && receiversDomain.withoutBecause.trim() === '')
      throw new Error(`Stage ${config.stage} asks receivers for no certificate and does not say why`);
    const domain = 'name' in receiversDomain ? new ReceiversDomain(this, 'Domain', receiversDomain).domain : undefined;
    const api = new HttpApi(this, 'Api', {
      description: 'haukiem: notices and replies',
      createDefaultStage: false,
      // A call by that address would need no certificate
      disableExecuteApiEndpoint: domain !== undefined,
    });
    const authorizer = new HttpLambdaAuthorizer('Tokens', admitCaller, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      identitySource: ['$request.header.Authorization'],
      resultsCacheTtl: Duration.minutes(5),
    });
    const integration = new HttpLambdaIntegration('Handler', handler, { scopePermissionToRoute: false });
    for (const [method, path] of ROUTES) api.addRoutes({ path, methods: [method], integration, authorizer });
    const stage = apiStage(this, {
      httpApi: api,
      domainName: domain,
      throttle: THROTTLE,
      call: { route: '$context.routeKey', client: '$context.authorizer.client' },
      context,
      alarms,
      harmed: "Receivers' calls fail: the police and banks read no notices, and what they decide is not taken in.",
    });
    this.url = domain ? stage.domainUrl : stage.url;
  }
}
