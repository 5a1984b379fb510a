import { randomBytes } from 'node:crypto';
import { PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { CompanyTouched } from '#shared/contracts/messages.ts';
import { keyedHash, newestKeyPlan, withNewHashKey } from '#shared/runtime/keyed-hash.ts';
import type { HashKeyPlan } from '#shared/runtime/hash-key-plan.ts';
import { optionsOf, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { countNotRekeyed, rekeyTables } from './rekey-tables.ts';
import { type ReadSystem, readSystem, SYSTEM_USAGE } from './find-system.ts';

const USAGE = `Cách dùng: npm run operate -- rekey [--add]

  Đưa mọi mã tham chiếu sang khóa mới nhất, trong khi các hàm vẫn chạy. Từng bước: docs/operations.md.
  --add  trước đó, thêm một khóa mới vào bí mật
  ${SYSTEM_USAGE}`;

/** Adds a key to the secret, or brings every reference under the newest key that is in it. */
async function main(words: readonly string[]): Promise<number> {
  const asked = optionsOf(words, { add: { type: 'boolean' } });
  if (!asked) return printError(USAGE);
  const system = await readSystem(process.env);
  const secret = await readSecret(system.hashSecret, system.secrets);
  return asked.add === true ? addKey(secret, system) : rekey(secret, system);
}

async function addKey(secret: string, system: ReadSystem): Promise<number> {
  const { version, secret: SecretString } = withNewHashKey(secret, randomBytes(48).toString('base64url'));
  await enter(version, 'added', system);
  await system.secrets.send(new PutSecretValueCommand({ SecretId: system.hashSecret, SecretString }));
  console.log(`Đã thêm khóa ${version}. ${nextStep({ writes: version - 1, asks: [version - 1, version] })}`);
  return EXIT.done;
}

async function rekey(secret: string, system: ReadSystem): Promise<number> {
  const plan = newestKeyPlan(secret);
  if (plan.asks.length === 1) return printError('Bí mật mới có một khóa: chạy npm run operate -- rekey --add trước.');
  if (system.hashKeys?.writes !== plan.writes)
    return printError(notDeployed(plan.writes, system.hashKeys), EXIT.failed);
  const hash = keyedHash(secret, plan);
  const assess = companyQueue<CompanyTouched>(system.queues.companies, hash, system.sqs);
  const ports = { db: system.db, tables: system.tables, hash, assess };
  for (const [table, items] of Object.entries(await rekeyTables(ports))) console.log(`${table}: ${items}`);
  const left = await countNotRekeyed(ports);
  const isDone = Object.keys(left).length === 0;
  await enter(plan.writes, isDone ? 'rekeyed' : 'begun', system);
  if (!isDone) return printError(`Vẫn còn: ${JSON.stringify(left)}. Hãy chạy lại lệnh này.`, EXIT.failed);
  console.log(`Không còn mã nào theo khóa cũ. ${nextStep({ writes: plan.writes, asks: [plan.writes] })}`);
  return EXIT.done;
}

/** Functions that were deployed with an earlier plan would not find what is stored under the newest key. */
function notDeployed(newest: number, deployed: HashKeyPlan | undefined): string {
  const plan = JSON.stringify({ writes: newest, asks: [newest - 1, newest] });
  return `Các hàm đang chạy chưa ghi bằng khóa ${newest} (tệp hệ thống ghi hashKeys: ${JSON.stringify(deployed ?? null)}): đặt hashKeys: ${plan} ở cấu hình, triển khai, ghi đúng như vậy vào tệp hệ thống, rồi mới chạy lại lệnh này.`;
}

const nextStep = (plan: ReturnType<typeof newestKeyPlan>) =>
  `Bước tiếp theo: đặt hashKeys: ${JSON.stringify(plan)} rồi triển khai.`;

async function enter(hashKey: number, done: 'added' | 'begun' | 'rekeyed', { queues, sqs }: ReadSystem): Promise<void> {
  const at = new Date().toISOString();
  const made = { kind: 'settings-changed', at, by: 'operator', says: { hashKey, done } } as const;
  await queue<LogEntry>(queues.logEntries, sqs)([entryOf(made, { at, hashKey, done })]);
}

export const run = (): Promise<void> => runCommand(USAGE, (words) => main(words));
