import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Validations } from 'aws-cdk-lib';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ServePagesEnv } from '#functions/serve-pages/env.ts';
import { UPLOADS } from '#shared/contracts/uploads.ts';
import { REPORTS } from '#shared/contracts/report-files.ts';
import { ATTACHMENTS } from '#shared/contracts/attachments.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import {
  alsoChangesSecretsOf,
  tableAccess,
  joinAccess,
  moveAccessUnder,
  readAccessUnder,
  readWriteAccessUnder,
  writeAccess,
  writeAccessIn,
  secretAccess,
  sendToAllAccess,
  sendAccess,
  watchAccess,
} from './access.ts';
import { PEOPLES_TOKENS } from './authorizers.ts';
import { DesksDomain } from './desks-domain.ts';
import { apiStage } from './api-stage.ts';
import { readTagsUnder } from './malware-search.ts';
import { OfficersPool } from './officers-pool.ts';
import type { StackParts } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

/** The limit of requests for all people together; a page is one request. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/** The desks' pages, whose own API does not ask for receivers' certificates. */
export class Desks extends Construct {
  readonly url: string;
  readonly pages: Function;

  constructor(scope: Construct, id: string, { config, resources }: StackParts) {
    super(scope, id);
    const { keepsData, stage } = config;
    const { tables, queues, inbox, evidence, secrets, context, alarms } = resources;
    const { desksDomain } = config;
    const edge =
      'name' in desksDomain && secrets.edge ? new DesksDomain(this, 'Domain', desksDomain, secrets.edge) : undefined;
    const api = new HttpApi(this, 'Api', {
      description: 'haukiem: desks',
      createDefaultStage: false,
      // A request by that address would pass no rule
      disableExecuteApiEndpoint: edge !== undefined,
    });
    this.url = edge?.url ?? api.apiEndpoint;
    const people = new OfficersPool(this, 'People', { keepsData, origin: this.url });

    const pages = new Step<ServePagesEnv>(this, 'ServePages', {
      folder: 'serve-pages',
      from: 'api',
      memoryMegabytes: 1024,
      atOnce: config.callsAtOnce?.pages,
      environment: {
        SESSIONS_TABLE: tableAccess(tables.sessions, ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'], ['people']),
        MAIL_CHOICES_TABLE: tableAccess(tables.mailChoices, ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem']),
        NOTICES_TABLE: tableAccess(tables.notices, ['GetItem'], ['feed', 'open', 'waiting']),
        REPLIES_TABLE: tableAccess(tables.replies, ['GetItem', 'BatchGetItem', 'PutItem']),
        FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'GetItem', 'Query']),
        TAKINGS_BACK_TABLE: tableAccess(tables.takingsBack, ['GetItem', 'PutItem', 'Query']),
        INBOX_BUCKET: joinAccess(
          writeAccessIn(inbox, 'registrations/'),
          writeAccessIn(inbox, 'activities/'),
          writeAccessIn(inbox, 'crime-reports/'),
          writeAccess(inbox, 'accounts/'),
          readAccessUnder(inbox, 'outbox/'),
          moveAccessUnder(inbox, UPLOADS),
        ),
        EVIDENCE_BUCKET: joinAccess(
          readAccessUnder(evidence, DOSSIERS),
          readAccessUnder(evidence, REPORTS),
          readWriteAccessUnder(evidence, ATTACHMENTS),
          ...(config.searchesMalware ? [readTagsUnder(evidence, ATTACHMENTS)] : []),
        ),
        COMPANIES_TABLE: tableAccess(tables.companies, ['Query', 'BatchWriteItem']),
        ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query']),
        POLICE_RECORDS_TABLE: tableAccess(tables.policeRecords, ['Query']),
        SUBSCRIBERS_TABLE: tableAccess(tables.subscribers, ['Query']),
        CASE_RECORDS_TABLE: tableAccess(tables.caseRecords, ['Query', 'PutItem']),
        LINKS_TABLE: tableAccess(tables.links, ['Query', 'BatchWriteItem']),
        VERIFICATIONS_TABLE: tableAccess(tables.verifications, ['BatchGetItem'], ['work']),
        ASSESSMENTS_TABLE: tableAccess(tables.assessments, ['BatchGetItem'], ['work', 'due']),
        TASKS_TABLE: tableAccess(tables.tasks, ['GetItem', 'PutItem', 'Query'], ['queue']),
        HASH_SECRET_ARN: secretAccess(secrets.hash),
        HASH_KEYS: settingsOf(config).hashKeys,
        RELEASES_TABLE: tableAccess(tables.releases, ['GetItem', 'PutItem'], ['waiting']),
        REVIEWS_TABLE: tableAccess(tables.reviews, ['Query', 'PutItem', 'GetItem'], ['waiting']),
        RELEASE_POLICY: settingsOf(config).releasePolicy,
        LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
        OUTCOMES_TABLE: tableAccess(tables.outcomes, ['Query', 'BatchWriteItem'], ['period']),
        RULES_CLOCK: settingsOf(config).rulesClock,
        DIRECTED_MEASURES: JSON.stringify(config.measures),
        MEASURES_TABLE: tableAccess(tables.measures, ['BatchGetItem', 'PutItem', 'GetItem', 'UpdateItem']),
        SWITCH_POLICY: settingsOf(config).switchPolicy,
        TAKING_BACK_POLICY: config.takingBack,
        LOG_TABLE: tableAccess(tables.log, ['GetItem', 'Query']),
        PARKED_TABLE: tableAccess(tables.parked, ['Query']),
        RECEIVERS_TABLE: alsoChangesSecretsOf(
          tableAccess(tables.receivers, ['GetItem', 'BatchGetItem']),
          tables.receivers,
          'receivers',
        ),
        DELIVERIES_TABLE: tableAccess(tables.deliveries, ['GetItem', 'BatchGetItem']),
        STEP_QUEUES: joinAccess(
          watchAccess(queues.all),
          sendToAllAccess([
            queues.files,
            queues.registrations,
            queues.companies,
            queues.policeNotices,
            queues.bankNotices,
            queues.replies,
            queues.deliveries,
            queues.operatorTasks,
            queues.reports,
          ]),
        ),
        SETTLING_SECONDS: settingsOf(config).settlingSeconds,
        RETENTION_DAYS: settingsOf(config).retentionDays,
        SIGN_IN_ISSUER: people.issuer,
        SIGN_IN_CLIENT_ID: people.clientId,
        EDGE_SECRET_ARN: secrets.edge ? secretAccess(secrets.edge) : '',
        SEARCHES_MALWARE: config.searchesMalware ? 'yes' : 'no',
        ALLOW_LOOPBACK: stage === 'local' ? 'yes' : 'no',
      },
      context,
    });

    const integration = new HttpLambdaIntegration('Handler', pages.released, { scopePermissionToRoute: false });
    for (const method of [HttpMethod.GET, HttpMethod.POST]) {
      const routes = api.addRoutes({ path: '/{proxy+}', methods: [method], integration });
      for (const route of routes) acknowledgeOpen(route);
    }
    const authorizer = new HttpJwtAuthorizer(PEOPLES_TOKENS, people.issuer, { jwtAudience: [people.clientId] });
    api.addRoutes({ path: '/api/{proxy+}', methods: [HttpMethod.GET, HttpMethod.POST], integration, authorizer });
    for (const route of api.addRoutes({ path: '/', methods: [HttpMethod.GET], integration })) acknowledgeOpen(route);
    apiStage(this, {
      httpApi: api,
      domainName: edge?.domain,
      throttle: THROTTLE,
      call: { method: '$context.httpMethod' },
      context,
      alarms,
      harmed: 'Pages fail: officers, investigators and banks cannot see or decide what waits for them.',
    });
    this.pages = pages.function;
  }
}

function acknowledgeOpen(route: Construct): void {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'Browsers carry a session cookie, which the function checks; whoever has none is sent to sign in.',
  });
}
