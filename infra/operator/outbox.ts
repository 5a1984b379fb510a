import { parseArgs } from 'node:util';
import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { type ObjectLink, objectLink } from '#shared/clients/object-link.ts';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';

const USAGE = `Cách dùng: npm run outbox -- --sender NƠI_GỬI [--hours GIỜ]

  In đường dẫn có hạn (mặc định 24 giờ, nhiều nhất 168) tới biên nhận và các dòng bị từ chối của một nơi gửi.
  NƠI_GỬI là mã BIN của ngân hàng (970436) hoặc tên nguồn (registrations). Ai có đường dẫn thì mở được, chỉ gửi đúng người.
  Cần INBOX_BUCKET (đầu ra InboxBucketName của hệ thống đã triển khai).`;

const DEFAULT_HOURS = 24;
/** The longest time for which S3 accepts a signed link. */
const MOST_HOURS = 168;
const HOUR_SECONDS = 3600;

interface OutboxArguments {
  readonly sender: string;
  readonly hours: number;
}

/** Undefined where the call is incomplete or names an impossible sender. */
export function parseOutboxArguments(words: readonly string[]): OutboxArguments | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...words], options: { sender: text, hours: text }, strict: false });
  const hours = values.hours === undefined ? DEFAULT_HOURS : Number(values.hours);
  const { sender } = values;
  if (typeof sender !== 'string' || !/^[\w-]+$/u.test(sender)) return undefined;
  return hours > 0 && hours <= MOST_HOURS ? { sender, hours } : undefined;
}

/** A line for each object of the sender, with its name and an expiring link. */
export async function outboxLinks(
  { sender, hours }: OutboxArguments,
  keys: AsyncIterable<string>,
  link: (key: string, seconds: number) => Promise<string>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const key of keys)
    lines.push(`${key.slice(`outbox/${sender}/`.length)}\n  ${await link(key, hours * HOUR_SECONDS)}`);
  return lines;
}

async function* keysOf(client: S3Client, Bucket: string, Prefix: string): AsyncGenerator<string> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix }))
    for (const { Key } of Contents) if (Key !== undefined) yield Key;
}

async function main(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = parseOutboxArguments(words);
  const { INBOX_BUCKET: bucket } = environment;
  if (!asked || bucket === undefined) return printError(USAGE);
  const client = new S3Client({});
  const sign: ObjectLink = objectLink(client);
  const keys = keysOf(client, bucket, `outbox/${asked.sender}/`);
  const lines = await outboxLinks(asked, keys, (key, seconds) => sign(bucket, key, seconds));
  console.log(lines.length > 0 ? lines.join('\n') : `Không có gì cho ${asked.sender}.`);
  return EXIT.done;
}

if (import.meta.main) await runCommand(USAGE, (words) => main(words, process.env));
