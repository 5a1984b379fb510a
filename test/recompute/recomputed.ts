import type { About } from './dossier-table.ts';
import { checkSummary } from './dossier-summary.ts';
import { TABLES } from './dossier.ts';
import { checkNotice, checkTask } from './lists.ts';
import type { Printed } from './printed.ts';
import type { Right } from './sentence-class.ts';
import { checkReport } from './report.ts';
import { SENTENCES } from './sentences.ts';
import { signPoints } from './tie-figures.ts';
import { type Check, checkInto, nothingYet, type Recomputed } from './check.ts';
import type { Output } from './output.ts';
import type { World } from './world.ts';

/** Checks each figure of a sentence; undefined where no class has this form. */
export function checkSentence(text: string, code: string, world: World, check: Check): Right | undefined {
  for (const { name, form, right } of SENTENCES) {
    const said = form.exec(text)?.groups;
    if (said === undefined) continue;
    const known = right({ ...said }, world.company(code), world);
    for (const [figure, value] of Object.entries(said))
      if (value !== undefined && known[figure] !== undefined)
        check.figure(name, `${text} (${figure})`, value, known[figure]);
      else if (value !== undefined) check.uncovered(`${name}: ${figure}`);
    return known;
  }
  return undefined;
}

const isCovered = (text: string) => SENTENCES.some(({ form }) => form.test(text));
/** A form of sentences that have no class: their digits and names left out. */
const formOf = (text: string) =>
  text
    .replaceAll(/[\d.,/]*\d/gu, 'n')
    .replaceAll(/\p{Lu}[\p{Lu} ]{5,}/gu, 'TÊN ')
    .slice(0, 70);

/** @param parts which of the dossier are checked */
export function checkDossier(
  code: string,
  dossier: Printed,
  world: World,
  into: Recomputed,
  parts: Printed = dossier,
): void {
  const check = checkInto(into, `hồ sơ ${code}`);
  const sentence = (text: string) => {
    const right = checkSentence(text, code, world, check);
    if (right === undefined) check.uncovered(`câu: ${formOf(text)}`);
    return right;
  };
  const about: About = { company: world.company(code), world, check, dossier, sentence };
  for (const part of parts) {
    if (typeof part === 'string') {
      if (checkSummary(part, about)) continue;
      if (isCovered(part)) sentence(part);
      else if (/\d/u.test(part)) check.uncovered(`câu: ${formOf(part)}`);
      continue;
    }
    const [heading = [], ...rows] = part;
    const known = TABLES.find(([, form]) => form.test(heading.join('|')));
    if (known === undefined) check.uncovered(`bảng: ${heading.join('|').slice(0, 60)}`);
    else known[2](rows, about);
  }
}

/** Checks every statement of an output against the rows of its world. */
export function recompute(world: World, output: Output): Recomputed {
  const { companies, dossiers, worklist, notices, reports } = output;
  const into = nothingYet();
  for (const { enterpriseCode, findings } of companies)
    world.signs.set(enterpriseCode, signPoints(findings.map(({ code }) => code)));
  for (const { enterpriseCode: code, findings } of companies)
    for (const { message } of findings) {
      const check = checkInto(into, code);
      if (checkSentence(message, code, world, check) === undefined) check.uncovered(`câu: ${formOf(message)}`);
    }
  for (const { code, text } of dossiers) checkDossier(code, text, world, into);
  for (const task of worklist) checkTask(task, world, checkInto(into, `việc ${task.enterpriseCode}`));
  for (const notice of notices) checkNotice(notice, world, checkInto(into, `thông báo ${notice.enterpriseCode}`));
  for (const report of reports) checkReport(report, world, output, checkInto(into, 'báo cáo'));
  return into;
}
