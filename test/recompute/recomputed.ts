import type { About } from './dossier-table.ts';
import { checkSummary } from './dossier-summary.ts';
import { TABLES } from './dossier.ts';
import { checkNotice, checkTask, type Task } from './lists.ts';
import type { Printed } from './printed.ts';
import type { Right } from './sentence-class.ts';
import { checkReport } from './report.ts';
import { SENTENCES } from './sentences.ts';
import { signPoints } from './tie-figures.ts';
import { agrees, type Known } from './shown.ts';
import type { World } from './world.ts';

export interface Tally {
  checked: number;
  readonly faults: string[];
}
/** What was checked by class, and the classes of statements that nothing here recomputes. */
export interface Recomputed {
  readonly classes: Map<string, Tally>;
  readonly uncovered: Map<string, number>;
}

export interface Check {
  (name: string, text: string, said: unknown, right: unknown): void;
  readonly figure: (name: string, text: string, said: string, right: Known | readonly string[]) => void;
  readonly uncovered: (name: string) => void;
}

export const nothingYet = (): Recomputed => ({ classes: new Map(), uncovered: new Map() });

export function checkInto({ classes, uncovered }: Recomputed, whose: string): Check {
  const note = (name: string, text: string, isRight: boolean, said: unknown, right: unknown) => {
    const tally = classes.get(name) ?? { checked: 0, faults: [] };
    classes.set(name, tally);
    tally.checked += 1;
    if (!isRight)
      tally.faults.push(`${whose}: ${text}\n      nói ${JSON.stringify(said)}, theo các dòng ${JSON.stringify(right)}`);
  };
  return Object.assign(
    (name: string, text: string, said: unknown, right: unknown) =>
      note(name, text, JSON.stringify(said) === JSON.stringify(right), said, right),
    {
      figure: (name: string, text: string, said: string, right: Known | readonly string[]) =>
        note(name, text, agrees(said, right), said, right),
      uncovered: (name: string) => void uncovered.set(name, (uncovered.get(name) ?? 0) + 1),
    },
  );
}

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

export interface AssessedCompany {
  readonly enterpriseCode: string;
  readonly verdict: string;
  readonly activity: string;
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

export interface Output {
  readonly companies: readonly AssessedCompany[];
  readonly dossiers: readonly { readonly code: string; readonly text: Printed }[];
  readonly worklist: readonly Task[];
  readonly reports: readonly Printed[];
  readonly notices: readonly {
    readonly bank: string;
    readonly accountNumber: string | null;
    readonly enterpriseCode: string;
    readonly reasonCodes: readonly number[];
  }[];
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
