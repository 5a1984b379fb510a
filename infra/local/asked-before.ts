import { readFileSync } from 'node:fs';
import { PlannedQuestionLine } from '#shared/contracts/planned-question.ts';

/** Reads the questions of earlier weeks, which are lines of `plan.jsonl`. @returns undefined where a line is none, or there is no such file */
export function readAskedBefore(file: string): readonly PlannedQuestionLine[] | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => PlannedQuestionLine.parse(JSON.parse(line)));
  } catch {
    return undefined;
  }
}
