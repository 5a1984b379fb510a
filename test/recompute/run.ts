import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { printed } from './printed.ts';
import { filesOf } from './rows.ts';
import { recompute } from './recomputed.ts';
import type { AssessedCompany, Output, Task } from './output.ts';
import type { Recomputed } from './check.ts';
import { worldOf } from './world.ts';

const linesOf = <T>(file: string): T[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as T]))
    : [];

/** Reads what a run left in a folder. */
export function outputOf(folder: string): Output {
  const [dossiers, banks] = [join(folder, 'dossiers'), join(folder, 'notices', 'banks')];
  const reports = join(folder, 'reports');
  return {
    companies: linesOf<AssessedCompany>(join(folder, 'companies.jsonl')),
    dossiers: readdirSync(dossiers).flatMap((name) =>
      name.endsWith('.docx') ? [{ code: name.slice(0, -5), text: printed(readFileSync(join(dossiers, name))) }] : [],
    ),
    worklist: parse<Task>(readFileSync(join(folder, 'worklist.csv'), 'utf8').replace(/^\uFEFF/u, ''), {
      columns: true,
    }),
    reports: existsSync(reports)
      ? readdirSync(reports, { recursive: true, encoding: 'utf8' }).flatMap((name) =>
          name.endsWith('.docx') ? [printed(readFileSync(join(reports, name)))] : [],
        )
      : [],
    notices: readdirSync(banks).flatMap((name) => linesOf<Output['notices'][number]>(join(banks, name))),
  };
}

export function inWords({ classes, uncovered }: Recomputed): string {
  const all = [...classes].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = (of: (name: string) => number) => all.reduce((total, [name]) => total + of(name), 0);
  return [
    ...all.flatMap(([name, { checked, faults }]) => [
      `${String(checked).padStart(7)} ${name}${faults.length === 0 ? '' : `: ${faults.length} sai`}`,
      ...faults.slice(0, 3).map((fault) => `    ${fault}`),
    ]),
    `${count((name) => classes.get(name)?.checked ?? 0)} phát biểu của ${all.length} loại đã tính lại, ${count((name) => classes.get(name)?.faults.length ?? 0)} sai.`,
    'Các loại không tính lại:',
    ...[...uncovered].sort(([, a], [, b]) => b - a).map(([name, number]) => `${String(number).padStart(7)} ${name}`),
  ].join('\n');
}

const USAGE = `Cách dùng: npm run recompute -- WORLD OUT [NGÀY]

  Tính lại từng phát biểu của hồ sơ, danh sách việc, thông báo trong OUT (mà \`npm start\` để lại), và báo cáo
  trong OUT/reports (\`npm run report -- … --ledger OUT/ledger --out OUT/reports\`), chỉ từ các dòng của WORLD,
  không dùng mã của quy tắc; in các loại phát biểu, số sai, và các loại không tính lại được. Mã thoát 1 nếu có phát biểu sai.`;

if (import.meta.main) await runCommand(USAGE, main);

async function main([world, out, asOf = '2025-12-31']: readonly string[]): Promise<number> {
  if (world === undefined || out === undefined) return printError(USAGE);
  const found = recompute(await worldOf(filesOf(world), asOf), outputOf(out));
  console.log(inWords(found));
  return [...found.classes.values()].some(({ faults }) => faults.length > 0) ? EXIT.failed : 0;
}
