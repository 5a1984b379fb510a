import { companyQueue, queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { CompanyTouched, RegistrationRecorded } from '#shared/contracts/messages.ts';
import { keyedHash, newestKeyPlan } from '#shared/runtime/keyed-hash.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { erasePerson, identifierRows, remainingItems } from './erase-person.ts';
import { identifiersOfPerson } from './person-identifiers.ts';
import { readSystem, SYSTEM_USAGE } from './find-system.ts';

const USAGE = `Cách dùng: npm run erase -- --document SỐ_GIẤY_TỜ --order "số và ngày của văn bản yêu cầu"

  Xóa một người khỏi mọi bảng theo văn bản hợp pháp, và chứng minh điều còn lại là điều luật buộc giữ.
  ${SYSTEM_USAGE}`;

/**
 * The seconds after which the last rows are removed. What depends on these rows is sent before they are removed too,
 * because a repetition after an interruption would not find it any more.
 */
const AFTERWARDS = 120;

/** Erases a person, reports what was done in which table, and proves that only data which the law requires are left. */
async function main(words: readonly string[]): Promise<number> {
  const asked = read(words);
  if (!asked) return printError(USAGE);
  const found = await readSystem(process.env);
  const { db, sqs, secrets, tables, queues, hashSecret } = found;
  const secret = await readSecret(hashSecret, secrets);
  const hash = keyedHash(secret, newestKeyPlan(secret));
  const system = { db, tables };
  const person = identifiersOfPerson(asked.document, await identifierRows(system), hash);
  const assessAgain = async (codes: readonly string[], delaySeconds?: number) => {
    const touched = codes.map((enterpriseCode) => ({ enterpriseCode }));
    await companyQueue<RegistrationRecorded>(queues.registrations, hash, sqs)(touched, delaySeconds);
    await companyQueue<CompanyTouched>(queues.companies, hash, sqs)(touched, delaySeconds);
  };
  const digest = Buffer.from(sha256(new TextEncoder().encode(asked.order))).toString('hex');
  const enter = async (step: 'begun' | 'done', more: LogEntry['says']) => {
    const at = new Date().toISOString();
    const made = { kind: 'person-erased', at, by: 'operator', says: { order: digest, step, ...more } } as const;
    await queue<LogEntry>(queues.logEntries, sqs)([entryOf(made, { at, digest, step })]);
  };
  const { done, companies } = await erasePerson(person, system, async (concerned) => {
    await enter('begun', { entries: concerned.entries });
    await assessAgain(concerned.companies, AFTERWARDS);
  });
  const left = await remainingItems(person, system);
  for (const { table, done: how, items, basis } of done)
    console.log(`${table}: ${items} ${how}${basis ? ` (${basis})` : ''}`);
  const counts = done.map(({ table, done: how, items }) => `${table}:${how}:${items}`);
  await enter('done', { counts, left: Object.keys(left).length });
  await assessAgain(companies);
  console.log(`Văn bản yêu cầu (SHA-256): ${digest}; ${companies.length} doanh nghiệp được đánh giá lại.`);
  console.log(
    'Không đổi, tự hết hạn: tệp trong hộp thư đến và đi, biên nhận, hồ sơ công an, bản sao lưu: docs/personal-data.md.',
  );
  if (Object.keys(left).length === 0) return EXIT.done;
  return printError(`Vẫn còn: ${JSON.stringify(left)}. Hãy chạy lại lệnh này.`, EXIT.failed);
}

function read(words: readonly string[]) {
  const { document = '', order = '' } = optionsOf(words, { document: TEXT, order: TEXT }) ?? {};
  return /^[A-Z0-9]{6,20}$/u.test(document) && order.trim().length > 3 ? { document, order: order.trim() } : undefined;
}

export const run = (): Promise<void> => runCommand(USAGE, (words) => main(words));
