import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { OAuthScope, ResourceServerScope, UserPool, type UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { type Receiver, scopeOf } from '#shared/domain/notification/receiver.ts';

interface Props {
  readonly callers: readonly Receiver[];
  readonly keepsData: boolean;
}

const RESOURCE_SERVER = 'receiver';

/**
 * Machines that may call (OAuth 2 client credentials): one client for each receiver, whose only scope names that
 * receiver. The operator hands over its id and secret; no person signs in here.
 */
export class ApiClientsPool extends Construct {
  readonly issuer: string;
  /** The address at which a client fetches its tokens. */
  readonly tokenUrl: string;
  readonly clientIds: string[];

  constructor(scope: Construct, id: string, { callers, keepsData }: Props) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      deletionProtection: keepsData,
    });
    const reason = 'It has no users, only clients with secrets that Cognito generates: there is no password to guess.';
    for (const rule of ['AwsSolutions-COG1', 'AwsSolutions-COG2', 'AwsSolutions-COG3', 'AwsSolutions-COG8']) {
      Validations.of(pool).acknowledge({ id: rule, reason });
    }
    const { stackName, account } = Stack.of(this);
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: `${stackName}-${account}` } });
    const scopes = callers.map((caller) => ({
      caller,
      scope: new ResourceServerScope({
        scopeName: scopeOf(caller).slice(`${RESOURCE_SERVER}/`.length),
        scopeDescription: `Notices of ${caller}`,
      }),
    }));
    const server = pool.addResourceServer('Receivers', {
      identifier: RESOURCE_SERVER,
      scopes: scopes.map(({ scope: one }) => one),
    });
    const clients = scopes.map(({ caller, scope: own }): UserPoolClient => {
      const client = pool.addClient(`Client-${caller.replace('#', '-')}`, {
        generateSecret: true,
        oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(server, own)] },
        authFlows: {},
        accessTokenValidity: Duration.hours(1),
        enableTokenRevocation: true,
      });
      client.node.addDependency(server);
      return client;
    });
    this.issuer = pool.userPoolProviderUrl;
    this.tokenUrl = `${domain.baseUrl()}/oauth2/token`;
    this.clientIds = clients.map(({ userPoolClientId }) => userPoolClientId);
  }
}
