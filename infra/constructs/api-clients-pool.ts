import { Stack, Validations } from 'aws-cdk-lib';
import { ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { API_SCOPE } from '#shared/clients/access-tokens.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly keepsData: boolean;
}

/**
 * Machines that may call (OAuth 2 client credentials). The operator makes a client for each receiver and sender while the
 * system runs, hands over its id and secret, and enters it in the table of callers; no person signs in here.
 */
export class ApiClientsPool extends Construct {
  readonly issuer: string;
  /** The address at which a client fetches its tokens. */
  readonly tokenUrl: string;
  readonly poolId: string;

  constructor(scope: Construct, id: string, { keepsData }: Props) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      removalPolicy: removalOf(keepsData),
      deletionProtection: keepsData,
    });
    const reason = 'It has no users, only clients with secrets that Cognito generates: there is no password to guess.';
    for (const rule of ['AwsSolutions-COG1', 'AwsSolutions-COG2', 'AwsSolutions-COG3', 'AwsSolutions-COG8']) {
      Validations.of(pool).acknowledge({ id: rule, reason });
    }
    const { stackName, account } = Stack.of(this);
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: `${stackName}-${account}` } });
    const [identifier = '', scopeName = ''] = API_SCOPE.split('/');
    const api = new ResourceServerScope({ scopeName, scopeDescription: 'The API of receivers and senders' });
    pool.addResourceServer('Receivers', { identifier, scopes: [api] });
    this.issuer = pool.userPoolProviderUrl;
    this.tokenUrl = `${domain.baseUrl()}/oauth2/token`;
    this.poolId = pool.userPoolId;
  }
}
