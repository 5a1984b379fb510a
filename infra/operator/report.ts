import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { REPORT_KINDS } from '#shared/domain/outcomes/report/report.ts';
import { makeReport, type ReportRequest } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles, reportFolder } from '#shared/use-cases/reports/report-files.ts';
import { optionsOf, TEXT } from '#infra/local/call-options.ts';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { ledgerOfFolder } from './ledger-of-folder.ts';

const USAGE = `Cách dùng: npm run report -- --from NGÀY --to NGÀY [--kind 6-months|year|ad-hoc] [--ledger THƯ_MỤC] [--out THƯ_MỤC]

  Lập báo cáo của tỉnh (docx, xlsx) từ sổ kết quả mà \`npm start\` để lại (mặc định out/ledger), ghi vào out/reports.
  NGÀY viết 2025-01-31. Số, ngày ký và chữ ký để trống cho người ký.`;

const Asked = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    kind: z.enum(REPORT_KINDS).default('ad-hoc'),
    ledger: z.string().min(1).default(join('out', 'ledger')),
    out: z.string().min(1).default(join('out', 'reports')),
  })
  .refine(({ from, to }) => from <= to);

type CommandAsked = ReportRequest & Readonly<Record<'ledger' | 'out', string>>;

/** Undefined where the call is incomplete or names an impossible day. */
export function parseReportCall(words: readonly string[]): CommandAsked | undefined {
  const options = { from: TEXT, to: TEXT, kind: TEXT, ledger: TEXT, out: TEXT };
  const asked = Asked.safeParse(optionsOf(words, options)).data;
  if (!asked) return undefined;
  const { from, to, kind, ledger, out } = asked;
  return { kind, period: { from, to }, ledger, out };
}

async function main(words: readonly string[]): Promise<number> {
  const asked = parseReportCall(words);
  if (!asked) return printError(USAGE);
  const source = ledgerOfFolder(asked.ledger);
  if (!source)
    return printError(
      `Không thấy sổ kết quả ở ${asked.ledger}: hãy chạy npm start trước, hoặc chỉ thư mục bằng --ledger.`,
    );
  const folder = join(asked.out, reportFolder(asked.kind, asked.period));
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of await reportFiles(await makeReport(asked, source))) {
    await writeFile(join(folder, name), bytes);
    console.log(join(folder, name));
  }
  return EXIT.done;
}

if (import.meta.main) await runCommand(USAGE, main);
