import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { REPORT_KINDS } from '#shared/domain/outcomes/report/report.ts';
import { makeReports, type ReportRequest } from '#shared/use-cases/reports/make-report.ts';
import { reportFolder } from '#shared/contracts/report-files.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { ledgerOfFolder } from './ledger-of-folder.ts';

const USAGE = `Cách dùng: npm run report -- --from NGÀY --to NGÀY [--kind 6-months|year|ad-hoc|month] [--for NƠI_GỬI] [--ledger THƯ_MỤC] [--out THƯ_MỤC]

  Lập báo cáo của tỉnh (docx, xlsx) từ sổ kết quả mà \`npm start\` để lại (mặc định out/ledger), ghi vào out/reports.
  --kind month: biến động của quy tắc và dữ liệu đầu vào. --for: báo cáo riêng của một ngân hàng (mã BIN) hay nguồn (registrations).
  NGÀY viết 2025-01-31. Số, ngày ký và chữ ký để trống cho người ký.`;

const Asked = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    kind: z.enum(REPORT_KINDS).default('ad-hoc'),
    for: z.string().min(1).optional(),
    ledger: z.string().min(1).default(join('out', 'ledger')),
    out: z.string().min(1).default(join('out', 'reports')),
  })
  .refine(({ from, to }) => from <= to);

type CommandAsked = ReportRequest &
  Readonly<Record<'ledger' | 'out', string>> & { readonly sender: string | undefined };

/** Undefined where the call is incomplete or names an impossible day. */
export function parseReportCall(words: readonly string[]): CommandAsked | undefined {
  const options = { from: TEXT, to: TEXT, kind: TEXT, for: TEXT, ledger: TEXT, out: TEXT };
  const asked = Asked.safeParse(optionsOf(words, options)).data;
  if (!asked) return undefined;
  const { from, to, kind, ledger, out, for: sender } = asked;
  return { kind, period: { from, to }, sender, ledger, out };
}

async function main(words: readonly string[]): Promise<number> {
  const asked = parseReportCall(words);
  if (!asked) return printError(USAGE);
  const source = ledgerOfFolder(asked.ledger);
  if (!source)
    return printError(
      `Không thấy sổ kết quả ở ${asked.ledger}: hãy chạy npm start trước, hoặc chỉ thư mục bằng --ledger.`,
    );
  const { sender, kind, period } = asked;
  const { province, own } = await makeReports(asked, source);
  const report = sender === undefined ? province : own.get(sender);
  if (!report) return printError(`Sổ kết quả không có gì của ${sender}.`);
  const folder = join(asked.out, reportFolder(kind, period), ...(sender === undefined ? [] : [sender]));
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of await reportFiles(report)) {
    await writeFile(join(folder, name), bytes);
    console.log(join(folder, name));
  }
  return EXIT.done;
}

export const run = (): Promise<void> => runCommand(USAGE, main);
