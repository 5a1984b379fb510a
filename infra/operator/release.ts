import { parseArgs } from 'node:util';
import type * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import { FileReleased } from '#shared/contracts/file-arrived.ts';
import { entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { readSystem, SYSTEM_USAGE } from './find-system.ts';

const USAGE = `Cách dùng: npm run operate -- release --file NGUỒN/TỆP --by NGƯỜI --why LÝ_DO [--leave-out | --only-last]

  Một tệp bị giữ lại (biên nhận có "error") chưa dòng nào được dùng. Lệnh này cho dùng phần đọc được của nó;
  với --leave-out thì bỏ hẳn tệp và không chờ nó nữa. Tệp đã đọc mà sai thì --leave-out rút lại mọi dòng của nó
  và của các lần gửi trước cùng tên; --only-last chỉ giữ lần gửi cuối, rút lại các lần trước. Kết luận và thông báo
  được xét lại. Ở prod, rút lại một tệp đã đọc cần hai người đăng nhập đồng ý: tệp của phòng đăng ký ở “Tệp đã gửi”, tệp
  của nơi khác ở “Tình trạng hệ thống”. Người quyết định và lý do được ghi vào biên nhận.
  ${SYSTEM_USAGE}`;

const Asked = FileReleased.omit({ bucket: true });

/** The operator's request; undefined where the call is incomplete. */
export function parseReleaseArguments(words: readonly string[]): z.infer<typeof Asked> | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { file: text, by: text, why: text, 'leave-out': { type: 'boolean' }, 'only-last': { type: 'boolean' } },
    strict: false,
  });
  const { file: key, by, why } = values;
  const masked = (given: unknown) => (typeof given === 'string' ? maskNumbers(given) : given);
  const [none, alone] = [values['leave-out'] === true, values['only-last'] === true];
  if (none && alone) return undefined;
  const use = none ? 'none' : alone ? 'alone' : 'readable';
  return Asked.safeParse({ key, release: { use, by: masked(by), why: masked(why) } }).data;
}

/** The log's entry of a release. It has a hash of the file's name, because the name may identify a person. */
export function releaseEntry({ key, release: { use } }: z.infer<typeof Asked>, at: Date): LogEntry {
  const instant = at.toISOString();
  const file = Buffer.from(sha256(new TextEncoder().encode(key))).toString('hex');
  const says = { feed: key.split('/')[0] ?? '', file, use };
  return entryOf({ kind: 'file-released', at: instant, by: 'operator', says }, { ...says, at: instant });
}

async function main(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = parseReleaseArguments(words);
  if (!asked) return printError(USAGE);
  const { buckets, queues, sqs } = await readSystem(environment);
  await queue<LogEntry>(queues.logEntries, sqs)([releaseEntry(asked, new Date())]);
  await queue<FileReleased>(queues.files, sqs)([{ bucket: buckets.inbox, ...asked }]);
  console.log(`Đã chuyển: ${asked.key}. Biên nhận mới của tệp cho biết kết quả.`);
  return EXIT.done;
}

export const run = (): Promise<void> => runCommand(USAGE, (words) => main(words, process.env));
