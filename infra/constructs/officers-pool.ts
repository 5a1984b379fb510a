import { Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { LOOPBACK_CALLBACK } from '#shared/contracts/desk-api/loopback-callback.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly keepsData: boolean;
  /** The address of the desks, `https://…`, without a final slash. */
  readonly origin: string;
}

/** An operator makes the group of each bank, `bank:<id>`, while the system runs. */
const AUTHORITIES = ['office', 'police', 'province', 'operator'];

/**
 * The user pool of people who sign in at the desks, apart from the pool of API clients. An administrator creates their
 * accounts. A second factor is compulsory (NĐ 331/2026, level 3, still to be compared with its original text). Groups
 * decide what a person may do.
 */
export class OfficersPool extends Construct {
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, { keepsData, origin }: Props) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      featurePlan: FeaturePlan.ESSENTIALS,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      accountRecovery: AccountRecovery.NONE,
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
        passwordHistorySize: 12,
      },
      removalPolicy: removalOf(keepsData),
      deletionProtection: keepsData,
    });
    for (const rule of ['AwsSolutions-COG3', 'AwsSolutions-COG8']) {
      Validations.of(pool).acknowledge({
        id: rule,
        reason:
          'A second factor is compulsory and accounts are made by an administrator; the plan of higher price is the province’s choice.',
      });
    }
    for (const groupName of AUTHORITIES) new UserPoolGroup(this, `Group-${groupName}`, { userPool: pool, groupName });
    const { stackName, account } = Stack.of(this);
    pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `${stackName}-desks-${account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = pool.addClient('Desks', {
      // The desks use PKCE, so their client has no secret.
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        // The second client is for programs on a person's own machine, which also use PKCE
        callbackUrls: [`${origin}/sign-in/finish`, LOOPBACK_CALLBACK],
        logoutUrls: [`${origin}/signed-out`],
      },
      idTokenValidity: Duration.minutes(15),
      accessTokenValidity: Duration.minutes(15),
      // The refresh token is valid as long as the longest session, because the pages use it every five
      // minutes to read the person's groups again
      refreshTokenValidity: Duration.hours(8),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
    });
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
  }
}
