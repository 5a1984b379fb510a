import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { CalibrationPoint, RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

const Percent = z.number().gt(0).lt(100);

/** Whether a higher probability always gives a higher score. */
const rises = (points: readonly CalibrationPoint[]): boolean =>
  points.every(({ from, to }, place) => {
    const before = points[place - 1];
    return before === undefined || (from > before.from && to > before.to);
  });

const RuleSetFile = z.strictObject({
  version: z.string().min(1),
  prevalence: z.number().gt(0).lt(1),
  base: z.number(),
  calibration: z
    .array(z.strictObject({ from: Percent, to: Percent }))
    .refine(rises)
    .optional(),
  precisionPercent: z.number().gt(0).lte(100),
  capacityPercent: z.number().gt(0).lte(100),
  flagAt: Percent,
  standing: z.array(z.strictObject({ below: z.number().gt(0).lte(100), months: z.int().positive() })),
  monthsWithRelief: z.int().positive().optional(),
  watchAt: Percent,
  rules: z.record(z.string(), z.strictObject({ version: z.int().positive(), weight: z.number() })),
});

/** A rule set that can't be replayed; the message says why, in Vietnamese. */
export class UnusableRuleSet extends Error {}

/**
 * Reads a rule set (JSON: codes, versions, weights, thresholds).
 * @throws UnusableRuleSet where the file has another form, or names a rule or a version that this code doesn't have.
 */
export async function readRuleSet(path: string): Promise<RuleSet> {
  const parsed = RuleSetFile.safeParse(await readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UnusableRuleSet(`Bộ quy tắc “${path}” sai ở “${issue?.path.join('.') ?? ''}”.`);
  }
  for (const [code, { version }] of Object.entries(parsed.data.rules)) {
    const known = ALL_RULES.find((rule) => rule.code === code);
    if (!known) throw new UnusableRuleSet(`Bộ quy tắc “${path}” có quy tắc không biết: ${code}.`);
    if (known.version !== version) {
      throw new UnusableRuleSet(`Quy tắc ${code} ở phiên bản ${known.version}, bộ quy tắc “${path}” cần ${version}.`);
    }
  }
  return parsed.data;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new UnusableRuleSet(`Không đọc được bộ quy tắc “${path}”.`);
  }
}
