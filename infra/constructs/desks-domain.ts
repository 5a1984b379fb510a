import { CfnOutput } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Validations } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { EDGE_HEADER } from '#shared/contracts/edge-header.ts';
import type { DesksDomainConfig } from '../config.ts';

/**
 * The desks' own host name: a distribution of CloudFront behind the rules of WAF, and the name of the API behind it. Host
 * name and cookies pass unchanged, and nothing is cached.
 */
export class DesksDomain extends Construct {
  /** The name under which the API answers the distribution. */
  readonly domain: DomainName;
  readonly url: string;

  /** @param key what the distribution shows to the API; a caller who goes around it has none */
  constructor(scope: Construct, id: string, config: DesksDomainConfig, key: Secret) {
    super(scope, id);
    const { name, certificateArn, originCertificateArn, webAclArn } = config;
    this.url = `https://${name}`;
    this.domain = new DomainName(this, 'Name', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'OriginCertificate', originCertificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'haukiem: desks',
      domainNames: [name],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(webAclArn !== undefined && { webAclId: webAclArn }),
      defaultBehavior: {
        origin: new HttpOrigin(this.domain.regionalDomainName, {
          protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
          originSslProtocols: [OriginSslPolicy.TLS_V1_2],
          // The template has a reference to the secret, and CloudFormation puts in its value
          customHeaders: { [EDGE_HEADER]: key.secretValue.unsafeUnwrap() },
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER,
      },
    });
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Which countries may call is a rule of WAF, beside the list of addresses.' },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'Its log would have addresses and paths of people; the API logs each request without them.',
      },
    );
    // The target that the host name's CNAME record must have
    new CfnOutput(this, 'Target', { value: distribution.distributionDomainName });
  }
}
