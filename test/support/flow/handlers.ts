import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Context } from 'aws-lambda';
import { createHandler as readFile } from '#functions/1-read-file/handler.ts';
import { createHandler as verifyPeople } from '#functions/2-verify-people/handler.ts';
import { createHandler as assessCompany } from '#functions/3-assess-company/handler.ts';
import { createHandler as notifyPolice } from '#functions/4-notify-police/handler.ts';
import { createHandler as notifyBanks } from '#functions/5-notify-banks/handler.ts';
import { createHandler as issueDossier } from '#functions/issue-dossier/handler.ts';
import { createHandler as recordReply } from '#functions/record-reply/handler.ts';
import { createHandler as surveyProvince } from '#functions/survey-province/handler.ts';
import { createHandler as sweepDue } from '#functions/sweep-due/handler.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import type { flowDependencies } from '#test/support/flow/dependencies.ts';
import type { flowQueues, QueueName } from '#test/support/flow/queues.ts';

type Dependencies = ReturnType<typeof flowDependencies>['common'];

/** The real handler of each queue. */
export function flowHandlers(asOf: string, common: Dependencies, queue: ReturnType<typeof flowQueues>['queue']) {
  const handlers: Record<QueueName, (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>> = {
    files: readFile(common),
    registrations: verifyPeople(common),
    replies: recordReply({ ...common, rulesDayOf: (instant) => rulesClock(asOf, () => instant).today() }),
    companies: assessCompany(common),
    sweeps: sweepDue(common),
    surveys: surveyProvince(common),
    'police-notices': notifyPolice({ ...common, notifyLater: queue('police-notices') }),
    'bank-notices': notifyBanks({ ...common, notifyLater: queue('bank-notices') }),
    dossiers: issueDossier(common),
  };
  return handlers;
}
