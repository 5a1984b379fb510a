import type { Construct } from 'constructs';
import type { SurveyProvinceEnv } from '#functions/survey-province/env.ts';
import { calls, sends } from './access.ts';
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
      ASSESSMENTS_TABLE: calls(tables.assessments, [], ['due']),
      FILES_TABLE: calls(tables.files, ['BatchGetItem', 'GetItem', 'PutItem']),
      PARKED_TABLE: calls(tables.parked, ['PutItem']),
      COMPANIES_QUEUE_URL: sends(queues.companies),
    },
    context,
  });
}
