import type { Construct } from 'constructs';
import type { ReplayParkedEnv } from '#functions/replay-parked/env.ts';
import { calls, sends } from './access.ts';
import type { Resources } from './resources.ts';
import { Step } from './step.ts';

/** What an operator calls to send a queue's parked messages back to it. */
export function replayParkedStep(scope: Construct, { resources }: { readonly resources: Resources }) {
  const { tables, queues, context } = resources;
  return new Step<ReplayParkedEnv>(scope, 'ReplayParked', {
    folder: 'replay-parked',
    from: 'operator',
    memoryMegabytes: 256,
    environment: {
      PARKED_TABLE: calls(tables.parked, ['Query', 'DeleteItem']),
      FILES_QUEUE_URL: sends(queues.files),
      REGISTRATIONS_QUEUE_URL: sends(queues.registrations),
      COMPANIES_QUEUE_URL: sends(queues.companies),
      POLICE_NOTICES_QUEUE_URL: sends(queues.policeNotices),
      BANK_NOTICES_QUEUE_URL: sends(queues.bankNotices),
      SWEEPS_QUEUE_URL: sends(queues.sweeps),
      SURVEYS_QUEUE_URL: sends(queues.surveys),
      REPLIES_QUEUE_URL: sends(queues.replies),
      DELIVERIES_QUEUE_URL: sends(queues.deliveries),
      DUE_DELIVERIES_QUEUE_URL: sends(queues.dueDeliveries),
      DOSSIERS_QUEUE_URL: sends(queues.dossiers),
      LOG_ENTRIES_QUEUE_URL: sends(queues.logEntries),
    },
    context,
  });
}
