import { Construct } from 'constructs';
import type { Env as DeliverNotice } from '#functions/deliver-notice/env.ts';
import type { Env as ReceiverApi } from '#functions/receiver-api/env.ts';
import type { Env as RecordReply } from '#functions/record-reply/env.ts';
import type { Env as SendDueDeliveries } from '#functions/send-due-deliveries/env.ts';
import type { DueDeliveriesRequested } from '#shared/contracts/delivery-due.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import type { StageConfig } from '../config.ts';
import { alsoReadsSecretsOf, calls, getsUnder, readsSecret, sends } from './access.ts';
import { Clock } from './clock.ts';
import type { Places } from './places.ts';
import { ReceiverGate } from './receiver-gate.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

interface Props {
  readonly config: StageConfig;
  readonly places: Places;
}

const EVERY_MINUTE: DueDeliveriesRequested = { reason: 'clock' };

/** Notices go out to their receivers' endpoints, lie in their feeds, and the replies come in. */
export class Delivery extends Construct {
  readonly gate: ReceiverGate;

  constructor(scope: Construct, id: string, { config, places }: Props) {
    super(scope, id);
    const { tables, queues, evidence, secrets, surroundings, alarms } = places;
    const settings = settingsOf(config);
    const park = calls(tables.parked, ['PutItem']);

    new Step<DeliverNotice>(this, 'DeliverNotice', {
      folder: 'deliver-notice',
      from: queues.deliveries,
      memoryMegabytes: 512,
      environment: {
        NOTICES_TABLE: calls(tables.notices, ['GetItem', 'UpdateItem']),
        DELIVERIES_TABLE: calls(tables.deliveries, ['GetItem', 'PutItem'], ['backlog']),
        RECEIVERS_TABLE: alsoReadsSecretsOf(
          calls(tables.receivers, ['GetItem', 'UpdateItem']),
          tables.receivers,
          'receivers',
        ),
        PARKED_TABLE: park,
        DELIVERIES_QUEUE_URL: sends(queues.deliveries),
        ALLOW_LOOPBACK: config.stage === 'local' ? 'yes' : 'no',
      },
      reports: 'DELIVERY_STUCK',
      surroundings,
    });

    new Clock(this, 'EveryMinute', {
      to: queues.dueDeliveries,
      expression: 'rate(1 minute)',
      says: EVERY_MINUTE,
      description: 'deliveries that fall due',
    });

    new Step<SendDueDeliveries>(this, 'SendDueDeliveries', {
      folder: 'send-due-deliveries',
      from: queues.dueDeliveries,
      memoryMegabytes: 256,
      environment: {
        DELIVERIES_TABLE: calls(tables.deliveries, ['GetItem', 'UpdateItem'], ['due']),
        PARKED_TABLE: park,
        DELIVERIES_QUEUE_URL: sends(queues.deliveries),
      },
      surroundings,
    });

    const receiverApi = new Step<ReceiverApi>(this, 'ReceiverApi', {
      folder: 'receiver-api',
      from: 'gate',
      memoryMegabytes: 512,
      atOnce: config.receiverCallsAtOnce,
      environment: {
        NOTICES_TABLE: calls(tables.notices, ['GetItem', 'UpdateItem'], ['feed', 'waiting']),
        REPLIES_TABLE: calls(tables.replies, ['GetItem', 'PutItem']),
        CALLS_TABLE: calls(tables.calls, ['UpdateItem']),
        CURSOR_SECRET_ARN: readsSecret(secrets.cursor),
        CLIENT_CERTIFICATES: 'name' in config.receiversDomain ? calls(tables.receivers, ['GetItem']) : 'off',
        EVIDENCE_BUCKET: getsUnder(evidence, DOSSIERS),
        REPLIES_QUEUE_URL: sends(queues.replies),
        LOG_ENTRIES_QUEUE_URL: sends(queues.logEntries),
        RETENTION_DAYS: settings.retentionDays,
      },
      surroundings,
    });
    this.gate = new ReceiverGate(this, 'Gate', { config, handler: receiverApi.function, surroundings, alarms });

    new Step<RecordReply>(this, 'RecordReply', {
      folder: 'record-reply',
      from: queues.replies,
      memoryMegabytes: 512,
      environment: {
        REPLIES_TABLE: calls(tables.replies, ['GetItem']),
        NOTICES_TABLE: calls(tables.notices, ['GetItem', 'UpdateItem']),
        COMPANIES_TABLE: calls(tables.companies, ['BatchWriteItem']),
        ACCOUNTS_TABLE: calls(tables.accounts, ['Query', 'BatchWriteItem']),
        PARKED_TABLE: park,
        COMPANIES_QUEUE_URL: sends(queues.companies),
        BANK_NOTICES_QUEUE_URL: sends(queues.bankNotices),
        LOG_ENTRIES_QUEUE_URL: sends(queues.logEntries),
        HASH_SECRET_ARN: readsSecret(secrets.hash),
        RULES_CLOCK: settings.rulesClock,
        RETENTION_DAYS: settings.retentionDays,
      },
      surroundings,
    });
  }
}
