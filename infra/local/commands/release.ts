import { parseArgs } from 'node:util';
import { SQSClient } from '@aws-sdk/client-sqs';
import { queue, type Send } from '#shared/clients/queue.ts';
import { FileReleased } from '#shared/contracts/file-arrived.ts';
import { EXIT, printError } from '../exit.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Cách dùng: npm run release -- --file NGUỒN/TỆP --by NGƯỜI --why LÝ_DO [--leave-out]

  Một tệp bị giữ lại (biên nhận có "error") chưa dòng nào được dùng. Lệnh này cho dùng phần đọc được của nó;
  với --leave-out thì bỏ hẳn tệp và không chờ nó nữa. Người quyết định và lý do được ghi vào biên nhận.
  Cần INBOX_BUCKET và FILES_QUEUE_URL của hệ thống đã triển khai (đầu ra InboxBucketName và FilesQueueUrl).`;

/** The operator's request; undefined where the call is incomplete. */
export function releaseAskedIn(words: readonly string[], bucket: string): FileReleased | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { file: text, by: text, why: text, 'leave-out': { type: 'boolean' } },
    strict: false,
  });
  const { file: key, by, why } = values;
  const use = values['leave-out'] === true ? 'none' : 'readable';
  return FileReleased.safeParse({ bucket, key, release: { use, by, why } }).data;
}

async function main(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const { INBOX_BUCKET: bucket, FILES_QUEUE_URL: queueUrl } = environment;
  if (bucket === undefined || queueUrl === undefined) return printError(USAGE);
  const asked = releaseAskedIn(words, bucket);
  if (!asked) return printError(USAGE);
  const send: Send<FileReleased> = queue(queueUrl, new SQSClient({}));
  await send([asked]);
  console.log(`Đã chuyển: ${asked.key}. Biên nhận mới của tệp cho biết kết quả.`);
  return EXIT.done;
}

if (import.meta.main) await runCommand(USAGE, (words) => main(words, process.env));
