import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { DeliverNoticeEnv } from '#functions/deliver-notice/env.ts';
import type { AdmitCallerEnv } from '#functions/admit-caller/env.ts';
import type { ReceiverApiEnv } from '#functions/receiver-api/env.ts';
import type { RecordReplyEnv } from '#functions/record-reply/env.ts';
import type { SendDueDeliveriesEnv } from '#functions/send-due-deliveries/env.ts';
import type { DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import {
  alsoChangesSecretsOf,
  alsoReadsSecretsOf,
  tableAccess,
  readAccess,
  readAccessUnder,
  joinAccess,
  writeAccess,
  secretAccess,
  sendAccess,
  sendToAllAccess,
} from './access.ts';
import { ScheduledMessage } from './clock-steps.ts';
import type { StackParts } from './resources.ts';
import { FixedEgress } from './fixed-egress.ts';
import { ReceiversApi } from './receivers-api.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';
import { Stack, Validations } from 'aws-cdk-lib';
import { ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { API_SCOPE } from '#shared/clients/access-tokens.ts';
import { removalOf } from './removal-policy.ts';

interface Props {
  readonly keepsData: boolean;
}

/**
 * Machines that may call (OAuth 2 client credentials). The operator makes a client for each receiver and sender while the
 * system runs, hands over its id and secret, and enters it in the table of callers; no person signs in here.
 */
class ApiClientsPool extends Construct {
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

const EVERY_MINUTE: DueDeliveriesRequested = { reason: 'clock' };

/** The steps that push notices to receivers, serve their API, and take in their replies. */
export class DeliverySteps extends Construct {
  readonly api: ReceiversApi;
  readonly clients: ApiClientsPool;
  /** The function of the one-minute clock. */
  readonly minuteClock: Function;
  readonly receiversFunction: Function;

  constructor(scope: Construct, id: string, { config, resources }: StackParts) {
    super(scope, id);
    const { tables, queues, inbox, evidence, log, secrets, context, alarms } = resources;
    const settings = settingsOf(config);
    const park = tableAccess(tables.parked, ['PutItem']);

    new Step<DeliverNoticeEnv>(this, 'DeliverNotice', {
      folder: 'deliver-notice',
      from: queues.deliveries,
      memoryMegabytes: 512,
      environment: {
        NOTICES_TABLE: tableAccess(tables.notices, ['GetItem', 'UpdateItem']),
        DELIVERIES_TABLE: tableAccess(tables.deliveries, ['GetItem', 'PutItem'], ['backlog']),
        RECEIVERS_TABLE: alsoReadsSecretsOf(
          tableAccess(tables.receivers, ['GetItem', 'UpdateItem']),
          tables.receivers,
          'receivers',
        ),
        CASE_RECORDS_TABLE: tableAccess(tables.caseRecords, ['GetItem', 'Query', 'UpdateItem']),
        DUE_MESSAGES_TABLE: tableAccess(tables.dueMessages, ['PutItem']),
        PARKED_TABLE: park,
        DELIVERIES_QUEUE_URL: sendAccess(queues.deliveries),
        ALLOW_LOOPBACK: config.stage === 'local' ? 'yes' : 'no',
      },
      reports: ['DELIVERY_STUCK', context.unanswered],
      egress: config.fixedEgress
        ? new FixedEgress(this, 'Egress', { logKey: context.logKey, logDays: context.logDays })
        : undefined,
      context,
    });

    new ScheduledMessage(this, 'EveryMinute', {
      to: queues.dueDeliveries,
      expression: 'rate(1 minute)',
      says: EVERY_MINUTE,
      description: 'deliveries that fall due',
    });

    const sendDue = new Step<SendDueDeliveriesEnv>(this, 'SendDueDeliveries', {
      folder: 'send-due-deliveries',
      from: queues.dueDeliveries,
      memoryMegabytes: 256,
      environment: {
        DELIVERIES_TABLE: tableAccess(tables.deliveries, ['GetItem', 'UpdateItem'], ['due']),
        DUE_MESSAGES_TABLE: tableAccess(tables.dueMessages, ['Query', 'DeleteItem']),
        PARKED_TABLE: park,
        DELIVERIES_QUEUE_URL: sendAccess(queues.deliveries),
        STEP_QUEUES: sendToAllAccess([
          queues.deliveries,
          queues.registrations,
          queues.policeNotices,
          queues.bankNotices,
        ]),
      },
      context,
    });

    const receiverApi = new Step<ReceiverApiEnv>(this, 'ReceiverApi', {
      folder: 'receiver-api',
      from: 'api',
      memoryMegabytes: 512,
      atOnce: config.callsAtOnce?.receivers,
      environment: {
        NOTICES_TABLE: tableAccess(tables.notices, ['GetItem', 'UpdateItem'], ['feed', 'waiting']),
        REPLIES_TABLE: tableAccess(tables.replies, ['GetItem', 'BatchGetItem', 'PutItem']),
        REVIEWS_TABLE: tableAccess(tables.reviews, ['Query']),
        CALLS_TABLE: tableAccess(tables.calls, ['UpdateItem']),
        CALLERS_TABLE: tableAccess(tables.callers, ['GetItem']),
        INBOX_BUCKET: joinAccess(
          readAccessUnder(inbox, 'outbox/'),
          ...FEED_FOLDERS.map((feed) => writeAccess(inbox, `${feed}/`)),
        ),
        CASE_RECORDS_TABLE: tableAccess(tables.caseRecords, ['GetItem', 'Query', 'UpdateItem']),
        CURSOR_SECRET_ARN: secretAccess(secrets.cursor),
        CLIENT_CERTIFICATES: 'name' in config.receiversDomain ? 'on' : 'off',
        DELIVERIES_TABLE: tableAccess(tables.deliveries, ['BatchGetItem']),
        RECEIVERS_TABLE: alsoChangesSecretsOf(
          tableAccess(tables.receivers, ['GetItem']),
          tables.receivers,
          'receivers',
        ),
        LOG_TABLE: tableAccess(tables.log, ['GetItem', 'BatchGetItem', 'UpdateItem']),
        LOG_BUCKET: readAccess(log),
        EVIDENCE_BUCKET: readAccessUnder(evidence, DOSSIERS),
        DELIVERIES_QUEUE_URL: sendAccess(queues.deliveries),
        REPLIES_QUEUE_URL: sendAccess(queues.replies),
        LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
        RETENTION_DAYS: settings.retentionDays,
      },
      context,
    });
    const clients = new ApiClientsPool(this, 'Callers', config);
    const admitCaller = new Step<AdmitCallerEnv>(this, 'AdmitCaller', {
      folder: 'admit-caller',
      from: 'api',
      memoryMegabytes: 256,
      environment: { CALLERS_TABLE: tableAccess(tables.callers, ['GetItem']), TOKEN_ISSUER: clients.issuer },
      context,
    });
    this.clients = clients;
    this.minuteClock = sendDue.function;
    this.receiversFunction = receiverApi.function;
    const handlers = { handler: receiverApi.released, admitCaller: admitCaller.released };
    this.api = new ReceiversApi(this, 'ReceiversApi', { config, ...handlers, context, alarms });

    new Step<RecordReplyEnv>(this, 'RecordReply', {
      folder: 'record-reply',
      from: queues.replies,
      memoryMegabytes: 512,
      environment: {
        REPLIES_TABLE: tableAccess(tables.replies, ['GetItem', 'UpdateItem']),
        NOTICES_TABLE: tableAccess(tables.notices, ['GetItem', 'UpdateItem']),
        OUTCOMES_TABLE: tableAccess(tables.outcomes, ['BatchWriteItem']),
        REVIEWS_TABLE: tableAccess(tables.reviews, ['GetItem', 'PutItem']),
        COMPANIES_TABLE: tableAccess(tables.companies, ['BatchWriteItem']),
        ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query', 'BatchWriteItem']),
        PARKED_TABLE: park,
        COMPANIES_QUEUE_URL: sendAccess(queues.companies),
        BANK_NOTICES_QUEUE_URL: sendAccess(queues.bankNotices),
        LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
        HASH_SECRET_ARN: secretAccess(secrets.hash),
        HASH_KEYS: settings.hashKeys,
        RULES_CLOCK: settings.rulesClock,
        RETENTION_DAYS: settings.retentionDays,
      },
      context,
    });
  }
}
