import { Worker } from 'node:worker_threads';
import type { FinishedRun } from '../run.ts';
import { type CompanyResult, writeCompanies } from './companies.ts';
import type { CompaniesToWrite } from './companies-thread.ts';
import { itemsOf } from './scan.ts';

const YOUNG_MEGABYTES = 24;

/**
 * Writes `companies.jsonl`. Unpacking the assessments is most of the work of the results, so it has a thread of its own
 * where the tables are in this process.
 */
export function companiesWritten(
  { db, ports }: Pick<FinishedRun, 'db' | 'ports'>,
  assessments: string,
  file: string,
): Promise<readonly CompanyResult[]> {
  const { tables: port, queues } = ports?.() ?? {};
  queues?.close();
  if (!port) return writeCompanies(itemsOf(db, assessments), file);
  const workerData: CompaniesToWrite = { port, assessments, file };
  const worker = new Worker(new URL('companies-thread.ts', import.meta.url), {
    workerData,
    transferList: [port],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (written: readonly CompanyResult[]) => resolve(written));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread of the companies ended without a result')));
  });
}
