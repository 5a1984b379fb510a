import { synthesised } from '#test/infra/synthesised.ts';
import type { Bench } from './result.ts';

const HOURS = 730;
/** Lambda keeps five long polls of 20 seconds open for a queue that is empty. */
const POLLS_AN_HOUR = (5 * 3600) / 20;

/**
 * Computes the US$ a month that a deployed stage costs before anything is sent to it, from its template and the list
 * prices of ap-southeast-1, without free tiers. Custom metrics cost only in hours in which something is counted, and
 * tables, functions, buckets and schedules without use cost less than a cent. Storage and its backups grow with use. The
 * template is the same for any number of receivers; one that is pushed to adds a secret.
 */
export const bench: Bench = async () => {
  const { of } = synthesised('prod');
  const count = (type: string) => of(`AWS::${type}`).length;
  const parts = {
    keys: count('KMS::Key'),
    secrets: 0.4 * count('SecretsManager::Secret'),
    alarms: 0.1 * count('CloudWatch::Alarm'),
    dashboards: 3 * Math.max(0, count('CloudWatch::Dashboard') - 3),
    emptyPolls: count('Lambda::EventSourceMapping') * POLLS_AN_HOUR * HOURS * (0.4 / 1e6),
  };
  const ours = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return {
    ours: Math.round(ours * 100) / 100,
    peers: {},
    unit: 'US$ a month',
    at: new Date().toISOString(),
    rssMB: Math.round(process.memoryUsage().rss / 1e6),
    usdByPart: parts,
  };
};
