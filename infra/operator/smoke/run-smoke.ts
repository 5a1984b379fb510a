import { PutObjectCommand } from '@aws-sdk/client-s3';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { itemAt } from '#shared/tables/conditional-write.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';
import { findFiles } from '#infra/local/find-files.ts';
import { readBucketFiles } from '../bucket-files.ts';
import { checkLog } from '../check-log.ts';
import { exportCases } from '../export.ts';
import type { ReadSystem } from '../find-system.ts';
import { type Contents, contentsOf, placesWithMore, removeWhatCame } from './contents.ts';
import { RESTORED, restoreOne } from './restore-one.ts';
import { SAMPLE_NOTICES } from './sample-notices.ts';
import { type Patience, quiet, until } from './until.ts';

/** A system in which the sample's receivers have an endpoint. */
export interface SmokeSystem extends Patience {
  /** The police's client of the API. */
  readonly client: { readonly id: string; readonly secret: string };
  /** Whether the endpoint took a state of a notice with a right signature; undefined where the endpoint is somebody else's. */
  readonly hasTaken?: (noticeId: string, sequence: number) => boolean;
  /** Removes what was made for the smoke run beside the tables' items. */
  close(): Promise<void>;
}

const Notice = z.object({
  receiver: z.string(),
  noticeId: z.string(),
  sequence: z.int(),
  state: z.string(),
  content: z.looseObject({ enterpriseCode: z.string().optional(), level: z.string().optional() }),
});
type Notice = z.infer<typeof Notice>;

interface SmokeRun {
  /** The folder of the sample. */
  readonly inbox: string;
  /** A folder for what the run exports. */
  readonly folder: string;
  /** Is told of each step that succeeded. */
  readonly say: (sentence: string) => void;
}

/** Sends the sample through a system and leaves nothing in it but the log's entries, whatever becomes of a step. */
export async function runSmoke(smoke: SmokeSystem, run: SmokeRun): Promise<void> {
  const before = await contentsOf(smoke.system);
  if ((before.get('companies')?.size ?? 0) > 0)
    throw new UserFacingError('Hệ thống đã có doanh nghiệp: chỉ chạy thử ở môi trường chưa có dữ liệu.');
  const [steps] = await Promise.allSettled([takeSteps(smoke, run)]);
  const [left] = await Promise.allSettled([leaveNothing(smoke, before, run)]);
  for (const one of [steps, left]) if (one.status === 'rejected') throw one.reason;
}

async function takeSteps(smoke: SmokeSystem, { inbox, folder, say }: SmokeRun): Promise<void> {
  const { system } = smoke;
  const { files } = await findFiles(inbox);
  for (const Key of files) {
    const Body = await readFile(join(inbox, Key));
    await system.s3.send(new PutObjectCommand({ Bucket: system.buckets.inbox, Key, Body }));
  }
  say(`Đã gửi ${files.length} tệp mẫu.`);

  const issued = await until(smoke, 'thông báo của tệp mẫu', () => issuedNotices(system));
  await until(smoke, 'webhook', () => allDelivered(smoke, issued));
  say(`Đã có ${issued.length} thông báo, nơi nhận đã nhận đủ.`);

  const { code, notices } = await dismiss(smoke, issued);
  await until(smoke, `rút thông báo về ${code}`, async () => {
    const now = await noticesOf(system);
    const ended = now.filter(({ noticeId, state }) => notices.has(noticeId) && state === 'withdrawn');
    return ended.length === notices.size ? allDelivered(smoke, ended) : undefined;
  });
  say(`Công an đã bỏ qua một doanh nghiệp: ${notices.size} thông báo đã rút, nơi nhận đã nhận đủ.`);

  await quiet(smoke);
  const exported = await exportAll(system, folder);
  if (exported !== SAMPLE_NOTICES.get(POLICE)) throw new UserFacingError(`Xuất được ${exported} hồ sơ.`);
  say(`Đã xuất ${exported} hồ sơ.`);

  say(`Đã đưa bảng ${RESTORED} về lúc trước: ${await restoreOne(smoke)} mục.`);

  await quiet(smoke);
  const logged = await readBucketFiles({ host: system.buckets.log, pathname: '/' }, system.s3);
  const { faults, head } = checkLog(logged, [], [], 'optional');
  if (faults.length > 0 || !head) throw new UserFacingError(`Sổ kiểm chứng: ${faults.join(' ')}`);
  say(`Sổ kiểm chứng khớp: ${head.size} mục.`);
  const parked = (await contentsOf(system)).get('parked')?.size ?? 0;
  if (parked > 0) throw new UserFacingError(`${parked} thông điệp không thể xử lý.`);
}

async function leaveNothing(smoke: SmokeSystem, before: Contents, { say }: SmokeRun): Promise<void> {
  await quiet(smoke);
  const removed = await removeWhatCame(smoke.system, before);
  const left = placesWithMore(before, await contentsOf(smoke.system));
  if (left.length > 0) throw new UserFacingError(`Còn sót lại ở: ${left.join(', ')}.`);
  say(`Đã dọn ${removed} mục và tệp; chỉ sổ kiểm chứng còn ghi việc đã làm.`);
}

async function noticesOf({ db, tables }: ReadSystem): Promise<Notice[]> {
  const found: Notice[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: tables.notices, ConsistentRead: true }))
    found.push(...Items.map((item) => Notice.parse(item)));
  return found;
}

/** The notices, once each receiver has as many as the sample gives it. */
async function issuedNotices(system: ReadSystem): Promise<Notice[] | undefined> {
  const inForce = (await noticesOf(system)).filter(({ state }) => state === 'in_force');
  const counted = Object.groupBy(inForce, ({ receiver }) => receiver);
  const isWhole = [...SAMPLE_NOTICES].every(([receiver, count]) => counted[receiver]?.length === count);
  return isWhole && Object.keys(counted).length === SAMPLE_NOTICES.size ? inForce : undefined;
}

const SENT = new Set<unknown>(['delivered', 'acknowledged']);

/** True once each of these states was delivered to its receiver's endpoint, which may have acknowledged it since. */
async function allDelivered({ system, hasTaken }: SmokeSystem, notices: readonly Notice[]): Promise<true | undefined> {
  const delivered = await Promise.all(
    notices.map(async ({ receiver, noticeId, sequence }) => {
      const delivery = await itemAt(system.db, system.tables.deliveries, { receiver, noticeId });
      const isTaken = hasTaken?.(noticeId, sequence) ?? true;
      return delivery?.['sequence'] === sequence && SENT.has(delivery['state']) && isTaken;
    }),
  );
  return delivered.every(Boolean) ? true : undefined;
}

/** Dismisses the notice about a company that banks watch, as the police do by the API. @returns the notices that end by that */
async function dismiss({ system, client }: SmokeSystem, issued: readonly Notice[]) {
  const watched = issued.find(({ content }) => content.level === 'watch');
  const code = watched?.content.enterpriseCode ?? '';
  const concerned = issued.filter(
    ({ content: { enterpriseCode, level = 'watch' } }) => enterpriseCode === code && level === 'watch',
  );
  const flag = concerned.find(({ receiver }) => receiver === POLICE);
  if (!flag) throw new UserFacingError('Tệp mẫu không có doanh nghiệp nào như vậy.');
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
  });
  const token = await fetch(system.tokens, { method: 'POST', body: form });
  const { access_token: bearer } = z.object({ access_token: z.string() }).parse(await token.json());
  const answer = await fetch(`${system.api.replace(/\/$/u, '')}/v1/notices/${flag.noticeId}/decisions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ sequence: flag.sequence, outcome: 'dismissed' }),
  });
  if (answer.status !== 202) throw new UserFacingError(`API trả lời ${answer.status} cho quyết định của công an.`);
  return { code, notices: new Set(concerned.map(({ noticeId }) => noticeId)) };
}

function exportAll({ s3, queues, sqs, buckets }: ReadSystem, folder: string): Promise<number> {
  const dossiers = `s3://${buckets.evidence}/dossiers`;
  const all = { form: 'ftm', officer: 'smoke', dossiers, from: '2000-01-01', to: '2999-12-31' } as const;
  return exportCases(all, queue<LogEntry>(queues.logEntries, sqs), join(folder, 'export.jsonl'), s3);
}
