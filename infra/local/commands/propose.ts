import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { caseOutcome } from '#shared/domain/outcomes/case-outcome.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { LedgerSource } from '#shared/use-cases/reports/ledger-source.ts';
import { EXIT, printError } from '../exit.ts';
import { ledgerOfFolder } from './ledger-of-folder.ts';
import { runBacktest, UnusableSnapshot } from './run-backtest.ts';
import { runCommand } from './run-command.ts';

const USAGE = `Cách dùng: npm run propose -- --facts TỆP.jsonl --as-of NGÀY [--ledger THƯ_MỤC] [--out THƯ_MỤC]

  Lập đề xuất trọng số mới từ các kết luận trong sổ kết quả (kiểm tra chéo), kèm danh sách doanh nghiệp đổi kết quả.
  TỆP là bản chụp dữ kiện của npm start -- --snapshot. Đề xuất chỉ là tệp: không tự có hiệu lực, bộ quy tắc đang dùng không đổi.`;

const Asked = z.object({
  facts: z.string().min(1),
  'as-of': z.iso.date(),
  ledger: z.string().min(1).default(join('out', 'ledger')),
  out: z.string().min(1).default(join('out', 'de-xuat')),
});

/** A decision of the police as the back-test takes it: the last of each company, on its day. */
export async function decisionLines(source: Pick<LedgerSource, 'cases'>, until: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const facts of source.cases('0000-01-01', until)) {
    const { caseId, flags } = caseOutcome(facts, until);
    const last = flags.flatMap(({ decisions }) => decisions).at(-1);
    if (last) lines.push(JSON.stringify({ enterpriseCode: caseId, decision: last.outcome, decidedOn: last.on }));
  }
  return lines;
}

async function main(words: readonly string[]): Promise<number> {
  const asked = askedIn(words);
  if (!asked) return printError(USAGE);
  const { facts, 'as-of': asOf, out } = asked;
  const source = ledgerOfFolder(asked.ledger);
  if (!source) return printError(`Không thấy sổ kết quả ở ${asked.ledger}.`);
  await mkdir(out, { recursive: true });
  const labels = join(out, 'ket-luan.jsonl');
  const lines = await decisionLines(source, asOf);
  await writeFile(labels, lines.map((line) => `${line}\n`).join(''));
  try {
    const { calibrated } = await runBacktest({ ruleSet: RULE_SET, asOf, facts, labels, calibrated: true });
    if (!calibrated || 'refused' in calibrated) return printError(calibrated?.refused ?? USAGE);
    const { flips, measures } = await runBacktest({
      ruleSet: calibrated.ruleSet,
      asOf,
      facts,
      labels,
      calibrated: false,
    });
    const heldOut = { decisions: lines.length, heldOut: calibrated.heldOut, measures };
    await writeFile(join(out, 'bo-quy-tac.json'), `${JSON.stringify(calibrated.ruleSet, null, 2)}\n`);
    await writeFile(join(out, 'kiem-tra.json'), `${JSON.stringify(heldOut, null, 2)}\n`);
    await writeFile(join(out, 'doi-ket-qua.json'), `${JSON.stringify(flips, null, 2)}\n`);
    console.log(
      `Đề xuất từ ${lines.length} kết luận ở ${out}: ${flips.length} doanh nghiệp đổi kết quả. Chưa có hiệu lực.`,
    );
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableSnapshot) return printError(error.message);
    throw error;
  }
}

function askedIn(words: readonly string[]): z.infer<typeof Asked> | undefined {
  const text = { type: 'string' } as const;
  try {
    const options = { facts: text, 'as-of': text, ledger: text, out: text };
    return Asked.safeParse(parseArgs({ args: [...words], options }).values).data;
  } catch {
    return undefined;
  }
}

if (import.meta.main) await runCommand(USAGE, main);
