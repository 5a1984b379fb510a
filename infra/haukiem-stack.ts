import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { VerifyPeopleEnv } from '#functions/2-verify-people/env.ts';
import type { AssessCompanyEnv } from '#functions/3-assess-company/env.ts';
import type { NotifyPoliceEnv } from '#functions/4-notify-police/env.ts';
import type { NotifyBankEnv } from '#functions/5-notify-banks/env.ts';
import type { StageConfig } from './config.ts';
import { tableAccess, secretAccess, sendAccess } from './constructs/access.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { DeliverySteps } from './constructs/delivery.ts';
import { Desks } from './constructs/desks.ts';
import { dossierStep, AppendEntriesStep } from './constructs/dossier-step.ts';
import { FlowAlarms } from './constructs/flow-alarms.ts';
import { InboxAnnouncement } from './constructs/inbox-announcement.ts';
import { mailStep } from './constructs/mail-step.ts';
import { operatorSteps } from './constructs/operator-steps.ts';
import { readFileStep } from './constructs/read-file-step.ts';
import { clockSteps } from './constructs/clock-steps.ts';
import { Resources } from './constructs/resources.ts';
import { ReadinessRule, missingSettings } from './readiness.ts';
import { settingsOf } from './constructs/settings.ts';
import { Step } from './constructs/step.ts';

interface Props {
  readonly config: StageConfig;
  /** The folder that contains a folder with `index.mjs` for each step. */
  readonly codeFolder: string;
}

/** The whole system: from a file that is dropped into the inbox to verdicts and notices. */
export class HaukiemStack extends Stack {
  constructor(scope: Construct, id: string, { config, codeFolder }: Props) {
    super(scope, id, {
      env: { region: config.region },
      terminationProtection: config.keepsData,
      description: `Hậu kiểm (${config.stage}, ${config.province.name})`,
      tags: { system: 'haukiem', stage: config.stage, province: config.province.slug },
    });
    const resources = new Resources(this, 'Resources', { config, codeFolder });
    const { tables, inbox, evidence, log, secrets, queues, context } = resources;
    const settings = settingsOf(config);
    new ReadinessRule(this, 'Readiness', { lacking: missingSettings(config) });
    // An output of the template that shows the document of each measure.
    this.templateOptions.metadata = {
      'Haukiem::Measures': config.measures,
      ...('withoutBecause' in config.desksDomain && { 'Haukiem::WithoutEdge': config.desksDomain.withoutBecause }),
      ...('withoutBecause' in config.receiversDomain && {
        'Haukiem::WithoutCertificates': config.receiversDomain.withoutBecause,
      }),
    };
    const references = { HASH_SECRET_ARN: secretAccess(secrets.hash), HASH_KEYS: settings.hashKeys };
    const park = tableAccess(tables.parked, ['PutItem']);
    const keepDue = tableAccess(tables.dueMessages, ['PutItem']);

    new InboxAnnouncement(this, 'InboxAnnouncement', { inbox, files: queues.files });

    readFileStep(this, { config, resources });
    new Step<VerifyPeopleEnv>(this, 'VerifyPeople', {
      folder: '2-verify-people',
      from: queues.registrations,
      memoryMegabytes: 512,
      environment: {
        COMPANIES_TABLE: tableAccess(tables.companies, ['Query']),
        POLICE_RECORDS_TABLE: tableAccess(tables.policeRecords, ['Query']),
        VERIFICATIONS_TABLE: tableAccess(tables.verifications, ['GetItem', 'BatchGetItem', 'PutItem']),
        FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'Query']),
        PARKED_TABLE: park,
        DUE_MESSAGES_TABLE: keepDue,
        REGISTRATIONS_QUEUE_URL: sendAccess(queues.registrations),
        COMPANIES_QUEUE_URL: sendAccess(queues.companies),
        ...references,
        POLICE_SOURCE: config.policeSource.kind,
        POLICE_SERVICE_URL: settings.policeServiceUrl,
        POLICE_SERVICE_SECRET_ARN: secrets.policeService ? secretAccess(secrets.policeService) : '',
        RULES_CLOCK: settings.rulesClock,
        RETENTION_DAYS: settings.retentionDays,
      },
      context,
    });
    new Step<AssessCompanyEnv>(this, 'AssessCompany', {
      folder: '3-assess-company',
      from: queues.companies,
      memoryMegabytes: 1024,
      environment: {
        COMPANIES_TABLE: tableAccess(tables.companies, ['Query']),
        VERIFICATIONS_TABLE: tableAccess(tables.verifications, ['BatchGetItem']),
        ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query']),
        SUBSCRIBERS_TABLE: tableAccess(tables.subscribers, ['Query']),
        LINKS_TABLE: tableAccess(tables.links, ['GetItem', 'BatchGetItem', 'Query', 'PutItem']),
        ASSESSMENTS_TABLE: tableAccess(tables.assessments, ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem']),
        OUTCOMES_TABLE: tableAccess(tables.outcomes, ['PutItem']),
        FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'Query']),
        PARKED_TABLE: park,
        REGISTRATIONS_QUEUE_URL: sendAccess(queues.registrations),
        SURVEYS_QUEUE_URL: sendAccess(queues.surveys),
        COMPANIES_QUEUE_URL: sendAccess(queues.companies),
        POLICE_NOTICES_QUEUE_URL: sendAccess(queues.policeNotices),
        BANK_NOTICES_QUEUE_URL: sendAccess(queues.bankNotices),
        LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
        ...references,
        MEASURES: settings.measures,
        MEASURES_TABLE: tableAccess(tables.measures, ['BatchGetItem']),
        LISTING_DAYS: settings.listingDays,
        SETTLING_SECONDS: settings.settlingSeconds,
        RULES_CLOCK: settings.rulesClock,
        RETENTION_DAYS: settings.retentionDays,
      },
      context,
    });
    const notifyPolice = new Step<NotifyPoliceEnv>(this, 'NotifyPolice', {
      folder: '4-notify-police',
      from: queues.policeNotices,
      memoryMegabytes: 512,
      environment: {
        ASSESSMENTS_TABLE: tableAccess(tables.assessments, ['GetItem', 'BatchGetItem']),
        LINKS_TABLE: tableAccess(tables.links, ['BatchGetItem', 'Query']),
        ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query']),
        FILES_TABLE: tableAccess(tables.files, ['BatchGetItem']),
        NOTICES_TABLE: tableAccess(tables.notices, ['GetItem', 'PutItem']),
        OUTCOMES_TABLE: tableAccess(tables.outcomes, ['BatchWriteItem', 'Query']),
        RELEASES_TABLE: tableAccess(tables.releases, ['GetItem', 'PutItem']),
        RELEASE_POLICY: settings.releasePolicy,
        RETENTION_DAYS: settings.retentionDays,
        ...references,
        PARKED_TABLE: park,
        DUE_MESSAGES_TABLE: keepDue,
        POLICE_NOTICES_QUEUE_URL: sendAccess(queues.policeNotices),
        DELIVERIES_QUEUE_URL: sendAccess(queues.deliveries),
        DOSSIERS_QUEUE_URL: sendAccess(queues.dossiers),
        LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
        SETTLING_SECONDS: settings.settlingSeconds,
        RULES_CLOCK: settings.rulesClock,
      },
      context,
    });

    dossierStep(this, { config, resources });

    const notifyBanks = new Step<NotifyBankEnv>(this, 'NotifyBanks', {
      folder: '5-notify-banks',
      from: queues.bankNotices,
      memoryMegabytes: 512,
      environment: {
        ACCOUNTS_TABLE: tableAccess(tables.accounts, ['Query']),
        FILES_TABLE: tableAccess(tables.files, ['BatchGetItem']),
        ASSESSMENTS_TABLE: tableAccess(tables.assessments, ['GetItem']),
        NOTICES_TABLE: tableAccess(tables.notices, ['GetItem', 'PutItem']),
        OUTCOMES_TABLE: tableAccess(tables.outcomes, ['BatchWriteItem', 'Query']),
        RELEASES_TABLE: tableAccess(tables.releases, ['GetItem', 'PutItem']),
        ...references,
        PARKED_TABLE: park,
        DUE_MESSAGES_TABLE: keepDue,
        BANK_NOTICES_QUEUE_URL: sendAccess(queues.bankNotices),
        DELIVERIES_QUEUE_URL: sendAccess(queues.deliveries),
        LOG_ENTRIES_QUEUE_URL: sendAccess(queues.logEntries),
        MEASURES: settings.measures,
        MEASURES_TABLE: tableAccess(tables.measures, ['BatchGetItem']),
        NOTICE_DAYS: settings.noticeDays,
        LISTING_DAYS: settings.listingDays,
        SETTLING_SECONDS: settings.settlingSeconds,
        RELEASE_POLICY: settings.releasePolicy,
        RULES_CLOCK: settings.rulesClock,
        RETENTION_DAYS: settings.retentionDays,
      },
      context,
    });
    const { sweepDue } = clockSteps(this, { config, resources });

    const delivery = new DeliverySteps(this, 'Delivery', { config, resources });
    const { api, clients } = delivery;

    new AppendEntriesStep(this, 'Log', { config, resources });

    const desks = new Desks(this, 'Desks', { config, resources });

    mailStep(this, { config, resources }, desks.url);

    const replayParked = operatorSteps(this, { config, resources });

    new FlowAlarms(this, 'Flow', {
      alarms: resources.alarms,
      context,
      clocks: { minute: delivery.minuteClock, day: sweepDue.function },
      awaited: { pages: desks.pages, receivers: delivery.receiversFunction },
    });

    new Dashboard(this, 'Dashboard', { resources, notifying: [notifyPolice.function, notifyBanks.function] });

    // What `npm run deploy` keeps for the operator's commands
    new CfnOutput(this, 'System', {
      value: this.toJsonString({
        tables: Object.fromEntries(Object.entries(tables).map(([name, { table }]) => [name, table.tableName])),
        queues: Object.fromEntries(queues.all.map(({ queue, reading }) => [inCamelCase(reading.name), queue.queueUrl])),
        buckets: { inbox: inbox.bucketName, evidence: evidence.bucketName, log: log.bucketName },
        api: api.url,
        tokens: clients.tokenUrl,
        callersPool: clients.poolId,
        hashSecret: secrets.hash.secretArn,
        hashKeys: config.hashKeys,
      }),
    });
    new CfnOutput(this, 'InboxBucketName', { value: inbox.bucketName });
    new CfnOutput(this, 'EvidenceBucketName', { value: evidence.bucketName });
    new CfnOutput(this, 'ReceiversUrl', { value: api.url });
    new CfnOutput(this, 'DesksUrl', { value: desks.url });
    new CfnOutput(this, 'TokenUrl', { value: clients.tokenUrl });
    new CfnOutput(this, 'CallersPoolId', { value: clients.poolId });
    new CfnOutput(this, 'ReceiversTable', { value: tables.receivers.table.tableName });
    new CfnOutput(this, 'ReplayParkedFunctionName', { value: replayParked.functionName });
  }
}

/** `log-entries` → `logEntries` */
const inCamelCase = (name: string): string => name.replaceAll(/-./gu, (found) => found.slice(1).toUpperCase());
