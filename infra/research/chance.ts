import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AssessedFacts } from '#shared/domain/plan/signs.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { examplesOf } from './chance/examples.ts';
import { readChanceLabels } from './chance/read-labels.ts';
import { fitChance } from './chance/fit-chance.ts';
import { type ChanceWorld, signFigures } from './chance/held-out.ts';
import { readCompanies, UnusableSnapshot } from './snapshot-companies.ts';

const USAGE = `Cách dùng: npm run chance -- --facts TỆP.jsonl --labels TỆP.jsonl … [--out TỆP.json]

  Tính lại khả năng là vỏ bọc của doanh nghiệp chưa bị gắn cờ, để chọn hỏi ai.
  In số vỏ bọc trong 30, 60, 120 doanh nghiệp đầu của mỗi tỉnh,
  theo mô hình tính từ các tỉnh khác: đủ dấu hiệu, từng dấu hiệu, bỏ từng dấu hiệu.
  --facts   bản chụp của npm start -- --snapshot TỆP; mỗi tỉnh một bản, ít nhất hai
  --labels  kết luận của tỉnh đó, mỗi dòng {"code":"0900189284","shell":true},
            có thể thêm "crime":{"from":"2025-07"} (null: chưa có tiền)
  --out     ghi mô hình tính từ mọi tỉnh`;

await runCommand(USAGE, main);

/** Prints one JSON document with the held-out figures of each sign. */
async function main(words: readonly string[]): Promise<number> {
  const texts = { type: 'string', multiple: true } as const;
  const { values } = parseArgs({
    args: [...words],
    options: { facts: texts, labels: texts, out: { type: 'string' } },
  });
  const { facts = [], labels = [], out } = values;
  if (facts.length < 2 || facts.length !== labels.length) return printError(USAGE);
  try {
    const worlds: ChanceWorld[] = [];
    for (const [place, file] of facts.entries()) worlds.push(await readWorld(file, labels[place] ?? ''));
    process.stdout.write(`${JSON.stringify(signFigures(worlds), null, 2)}\n`);
    const examples = worlds.flatMap((world) => world.examples);
    if (out !== undefined) await writeFile(out, `${JSON.stringify(fitChance(examples, RULE_SET.version), null, 2)}\n`);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableSnapshot) return printError(error.message);
    throw error;
  }
}

async function readWorld(file: string, labels: string): Promise<ChanceWorld> {
  const companies: AssessedFacts[] = [];
  await readCompanies(file, (facts) => companies.push({ facts, assessment: assess(facts) }));
  return { name: file, examples: examplesOf(companies, await readChanceLabels(labels)) };
}
