import * as z from 'zod';
import { queue } from '#shared/clients/queue.ts';
import type { WholeSweep } from '#shared/contracts/messages.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { TABLE_NAMES, type TableName } from '#shared/tables/table-designs.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { logOperatorAct, readSystem, SYSTEM_USAGE } from './find-system.ts';
import { resendFiles } from './resend-files.ts';
import { copyTable, restoreTable } from './restore-tables.ts';

const USAGE = `Cách dùng: npm run restore -- --at 2026-12-01T08:00:00+07:00 --tables TÊN,TÊN

  Đưa bảng về giây đã chọn (35 ngày gần nhất), gửi lại các tệp đến sau đó, rồi đánh giá lại mọi doanh nghiệp.
  --tables  tên bảng như trong shared/tables/table-designs.ts. links và assessments luôn đi cùng nhau.
  Từng bước, và bảng nào không nên đưa về cùng nhau: docs/operations.md.
  ${SYSTEM_USAGE}`;

const Asked = z.object({
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  tables: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(TABLE_NAMES)).min(1)),
});

async function main(words: readonly string[]): Promise<number> {
  const asked = Asked.safeParse(optionsOf(words, { at: TEXT, tables: TEXT })).data;
  if (!asked) return printError(USAGE);
  const system = await readSystem(process.env);
  const { db, dynamodb, s3, sqs, queues, tables, buckets } = system;
  const names = together(asked.tables);
  await logOperatorAct({ task: 'restore', tables: names.join(','), at: asked.at.toISOString() }, system);

  const copies = await inParallel(names, names.length, async (name) => {
    const copy = `${tables[name]}-${asked.at.getTime()}`;
    await copyTable(dynamodb, { table: tables[name], copy, at: asked.at });
    return { name, table: tables[name], copy };
  });
  for (const one of copies) {
    const { back, out } = await restoreTable(db, one);
    console.log(`${one.name}: đưa về ${back} mục, bỏ ${out} mục đến sau. Bản sao ${one.copy} còn giữ để đối chiếu.`);
  }
  console.log(`Gửi lại ${await resendFiles(s3, buckets.inbox, asked.at)} tệp.`);
  await queue<WholeSweep>(queues.sweeps, sqs)([{ reason: 'table-restored' }]);
  console.log('Đã yêu cầu đánh giá lại mọi doanh nghiệp. Sau đó: npm run audit:verify, rồi xóa các bản sao.');
  return EXIT.done;
}

/** An assessment records what it has written to the links and does not write it again, so both go to the same second. */
const together = (names: readonly TableName[]): TableName[] => [
  ...new Set(names.flatMap((name): TableName[] => (PAIR.includes(name) ? PAIR : [name]))),
];
const PAIR: TableName[] = ['links', 'assessments'];

export const run = (): Promise<void> => runCommand(USAGE, (words) => main(words));
