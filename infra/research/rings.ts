import { parseArgs } from 'node:util';
import { EXIT, printError } from '#infra/local/exit.ts';
import { listRings, ringLine } from './list-rings.ts';
import { runCommand } from '#infra/local/run-command.ts';
import { UnusableSnapshot } from './snapshot-companies.ts';

const USAGE = `Cách dùng: npm run rings -- --facts TỆP.jsonl [--json]

  In mọi nhóm doanh nghiệp có liên hệ trong bản chụp dữ kiện (npm start -- --snapshot TỆP), nhóm lớn nhất trước.
  --json   mỗi nhóm một dòng JSON, để đưa vào công cụ khác; giá trị dùng chung chỉ là mã băm`;

await runCommand(USAGE, main);

async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: { facts: { type: 'string' }, json: { type: 'boolean' } },
    strict: false,
  });
  if (typeof values.facts !== 'string') return printError(USAGE);
  try {
    const rings = await listRings(values.facts);
    for (const ring of rings) console.log(values.json === true ? JSON.stringify(ring) : ringLine(ring));
    console.error(`${rings.length} nhóm.`);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableSnapshot) return printError(error.message);
    throw error;
  }
}
