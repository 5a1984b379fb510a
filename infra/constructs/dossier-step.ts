import type { Construct } from 'constructs';
import type { IssueDossierEnv } from '#functions/issue-dossier/env.ts';
import { DOSSIERS } from '#shared/contracts/dossier-files.ts';
import type { StageConfig } from '../config.ts';
import { calls, putsAndGets, readsSecret, sends } from './access.ts';
import type { Resources } from './resources.ts';
import { settingsOf } from './settings.ts';
import { Step } from './step.ts';

/** Writes the dossier of each notice to the police, from the facts behind it. */
export function dossierStep(
  scope: Construct,
  { config, resources }: { readonly config: StageConfig; readonly resources: Resources },
) {
  const { tables, queues, evidence, secrets, context } = resources;
  return new Step<IssueDossierEnv>(scope, 'IssueDossier', {
    folder: 'issue-dossier',
    from: queues.dossiers,
    memoryMegabytes: 1024,
    environment: {
      NOTICES_TABLE: calls(tables.notices, ['GetItem']),
      COMPANIES_TABLE: calls(tables.companies, ['Query']),
      ACCOUNTS_TABLE: calls(tables.accounts, ['Query']),
      POLICE_RECORDS_TABLE: calls(tables.policeRecords, ['Query']),
      FILES_TABLE: calls(tables.files, ['GetItem']),
      HASH_SECRET_ARN: readsSecret(secrets.hash),
      HASH_KEYS: settingsOf(config).hashKeys,
      EVIDENCE_BUCKET: putsAndGets(evidence, DOSSIERS),
      LOG_ENTRIES_QUEUE_URL: sends(queues.logEntries),
      PARKED_TABLE: calls(tables.parked, ['PutItem']),
    },
    context,
  });
}
