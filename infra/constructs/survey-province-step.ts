import type { Construct } from 'constructs';
import type { SurveyProvinceEnv } from '#functions/survey-province/env.ts';
import { tableAccess, sendAccess } from './access.ts';
import type { Resources } from './resources.ts';
import { Step } from './step.ts';

/** What all companies show together is looked at once the ones that changed have been assessed. */
export function surveyProvinceStep(scope: Construct, { resources }: { readonly resources: Resources }) {
  const { tables, queues, context } = resources;
  return new Step<SurveyProvinceEnv>(scope, 'SurveyProvince', {
    folder: 'survey-province',
    from: queues.surveys,
    memoryMegabytes: 1024,
    environment: {
      ASSESSMENTS_TABLE: tableAccess(tables.assessments, [], ['due']),
      FILES_TABLE: tableAccess(tables.files, ['BatchGetItem', 'GetItem', 'PutItem']),
      PARKED_TABLE: tableAccess(tables.parked, ['PutItem']),
      COMPANIES_QUEUE_URL: sendAccess(queues.companies),
    },
    context,
  });
}
