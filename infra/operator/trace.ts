import * as z from 'zod';
import { readSecret } from '#shared/clients/secrets.ts';
import { nameOfQueue } from '#shared/clients/step-queues.ts';
import { fileTraceOf } from '#shared/contracts/file-arrived.ts';
import { keyedHash, newestKeyPlan } from '#shared/runtime/keyed-hash.ts';
import { loggedSubject } from '#shared/runtime/party-ref.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { logOfLastRun } from '#infra/local/run-log.ts';
import { askAws } from './ask-aws.ts';
import { type ReadSystem, readSystem, SYSTEM_USAGE } from './find-system.ts';
import { followCompany, followedText, followFile } from './trace/follow.ts';
import type { SystemLog } from './trace/log-line.ts';
import { logOfRun } from './trace/log-of-run.ts';
import { logOfStack } from './trace/log-of-stack.ts';

const USAGE = `Cách dùng: npm run trace -- --company MÃ | --file THƯ_MỤC/TỆP [--days 14]

  Theo một doanh nghiệp, hoặc lần gửi mới nhất của một tệp, từ hộp nhận đến webhook của ngân hàng, theo nhật ký của các hàm.
  Nhật ký chỉ có mã, không có dữ liệu cá nhân. Với hệ thống đã triển khai, lệnh hỏi CloudWatch Logs Insights (cần lệnh aws).
  Không đặt HAUKIEM_SYSTEM thì đọc nhật ký của lần chạy gần nhất trên máy này.
  --days  số ngày gần nhất, với hệ thống đã triển khai
  ${SYSTEM_USAGE}`;

const Asked = z
  .object({
    company: z
      .string()
      .regex(/^\d{10}(?:-\d{3})?$|^\d{12}$/u)
      .optional(),
    file: z.string().includes('/').optional(),
    days: z.coerce.number().int().min(1).max(365).default(14),
  })
  .refine(({ company, file }) => (company === undefined) !== (file === undefined));

async function main(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = Asked.safeParse(optionsOf(words, { company: TEXT, file: TEXT, days: TEXT })).data;
  if (!asked) return printError(USAGE);
  const { company, file = '', days } = asked;
  const isHousehold = company?.length === 12;
  const system = isHousehold || environment['HAUKIEM_SYSTEM'] !== undefined ? await readSystem(environment) : undefined;
  const log =
    system?.callersPool === undefined
      ? logOfRun(system?.log ?? (await logOfLastRun(environment)))
      : await logOf(system, days);
  const followed =
    company === undefined
      ? await followFile(fileTraceOf(file), log)
      : await followCompany(isHousehold && system ? await namesOfHousehold(company, system) : [company], log);
  if (!followed) return printError('Nhật ký không có gì về tệp hay doanh nghiệp này.', EXIT.failed);
  console.log(followedText(followed));
  return EXIT.done;
}

/** The code of a household business may be its owner's number, so lines have it sealed or hashed, under any of the keys. */
async function namesOfHousehold(code: string, { hashSecret, secrets }: ReadSystem): Promise<string[]> {
  const secret = await readSecret(hashSecret, secrets);
  return newestKeyPlan(secret).asks.flatMap((version) => {
    const hash = keyedHash(secret, { writes: version, asks: [version] });
    return [hash.sealed(code), loggedSubject(code, hash)];
  });
}

async function logOf({ queues, dynamodb }: ReadSystem, days: number): Promise<SystemLog> {
  const stack = nameOfQueue(queues.companies).replace(/-companies$/u, '');
  const region = z.string().parse(await dynamodb.config.region());
  return logOfStack({ stack, region, days, now: new Date(), ask: askAws });
}

export const run = (): Promise<void> => runCommand(USAGE, (words) => main(words, process.env));
