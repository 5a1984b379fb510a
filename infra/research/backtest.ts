import { writeFile } from 'node:fs/promises';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { readRuleSet, UnusableRuleSet } from './fit-rule-set.ts';
import { type BacktestArguments, runBacktest } from './run-backtest.ts';
import { UnusableSnapshot } from './snapshot-companies.ts';

const USAGE = `Cách dùng: npm run backtest -- --rules TỆP.json --as-of NGÀY --facts TỆP.jsonl [--labels TỆP.jsonl] [--calibrate TỆP_RA.json]

  Áp một bộ quy tắc vào bản chụp dữ kiện, và in doanh nghiệp nào đổi kết quả so với bộ quy tắc đang dùng.
  --facts      bản chụp của npm start -- --snapshot TỆP
  --as-of      ngày tính, viết 2025-12-31
  --labels     kết luận để đo, mỗi dòng {"code":"0900189284","shell":true}
  --calibrate  tính lại trọng số theo --labels và ghi bộ quy tắc mới vào tệp này`;

await runCommand(USAGE, main);

/** Prints one JSON document: the measures, the changed verdicts, and the versions and checksums that they belong to. */
async function main(words: readonly string[]): Promise<number> {
  const files = { rules: TEXT, facts: TEXT, labels: TEXT, calibrate: TEXT };
  const options = optionsOf(words, { 'as-of': TEXT, ...files });
  const asOf = parseDate(options?.['as-of'] ?? '');
  if (!options?.rules || !options.facts || asOf === undefined) return printError(USAGE);
  const { rules, facts, labels, calibrate } = options;
  if (calibrate !== undefined && labels === undefined) return printError(`--calibrate cần --labels.\n${USAGE}`);
  try {
    const call: BacktestArguments = {
      ruleSet: await readRuleSet(rules),
      asOf,
      facts,
      labels,
      calibrated: calibrate !== undefined,
    };
    const { calibrated, ...result } = await runBacktest(call);
    if (calibrated && 'refused' in calibrated) return printError(calibrated.refused);
    if (calibrate !== undefined) await writeFile(calibrate, `${JSON.stringify(calibrated?.ruleSet, null, 2)}\n`);
    for (const sentence of result.limits) console.error(`Lưu ý: ${sentence}`);
    process.stdout.write(`${JSON.stringify({ ...result, heldOut: calibrated?.heldOut }, null, 2)}\n`);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableRuleSet || error instanceof UnusableSnapshot) return printError(error.message);
    throw error;
  }
}
