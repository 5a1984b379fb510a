import { CfnOutput } from 'aws-cdk-lib';
import { DomainName, SecurityPolicy } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { ReceiversDomainConfig } from '../config.ts';

/**
 * A domain name of the API that accepts certificates of known authorities alone. The function looks up which receiver
 * a certificate belongs to.
 */
export class ReceiversDomain extends Construct {
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
