import { readFile } from 'node:fs/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { HashKeyPlan } from '#shared/runtime/hash-key-plan.ts';
import { TABLE_NAMES } from '#shared/tables/table-designs.ts';
import { fileOfServedRun } from '#infra/local/served-runs.ts';
import { REGION } from '#infra/local/region.ts';

/**
 * The file that a run with `--serve` keeps while it lasts. For a deployed stack the operator writes one with the
 * resources' names and without endpoints.
 */
const SystemFile = z.object({
  tables: z.record(z.enum(TABLE_NAMES), z.string()),
  queues: z
    .object({ registrations: z.string(), companies: z.string(), deliveries: z.string(), logEntries: z.string() })
    .loose(),
  hashSecret: z.string(),
  /** The `hashKeys` of the stage as it was last deployed, without which `rekey` refuses to change keys. */
  hashKeys: HashKeyPlan.optional(),
  endpoints: z.record(z.string(), z.string()).default({}),
});

/** A line of a command's usage. */
export const SYSTEM_USAGE =
  'Với hệ thống đã triển khai: đặt HAUKIEM_SYSTEM thành tệp có dạng của .cache/served-runs/*.json.';

/** The system that a file describes, with clients for it; undefined where there is no such file. */
export async function readSystem(environment: NodeJS.ProcessEnv) {
  const file = await fileOfServedRun(environment);
  const text = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { endpoints, ...names } = SystemFile.parse(JSON.parse(text));
  const to = (service: string) => {
    const endpoint = endpoints[service];
    const own = { region: REGION, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
    return endpoint === undefined ? {} : { ...own, endpoint };
  };
  return {
    ...names,
    sqs: new SQSClient({ ...to('sqs'), useQueueUrlAsEndpoint: false }),
    secrets: new SecretsManagerClient(to('secretsManager')),
    db: DynamoDBDocumentClient.from(new DynamoDBClient(to('dynamodb')), {
      marshallOptions: { removeUndefinedValues: true },
    }),
  };
}
