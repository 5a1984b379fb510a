import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { RuleSet, CalibrationPoint } from '#shared/domain/risk/rules/rule-set.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { calibrate } from './back-test/calibrate.ts';
import { crossValidate, type FoldedExample, type HeldOutExample } from './back-test/cross-validate.ts';
import { flagAtFor } from './back-test/flag-at.ts';
import { type Metrics, metricsOf } from './back-test/metrics.ts';

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

/** A rule set fitted to labels, with its measures on each fold when fitted without that fold. */
export interface FittedRuleSet {
  readonly ruleSet: RuleSet;
  readonly heldOut: Readonly<Record<string, Metrics>>;
}

// The number of companies that are needed to move a weight away from its present value.
const TRUST = 20;
const FEWEST_SHELLS = 20;
const FEWEST_HONEST = 50;

/**
 * Fits weights, prevalence, and the score to flag from, which comes from held-out scores. Returns the reason, in
 * Vietnamese, where there are too few labels.
 * @param companies how many the province has
 */
export function fitRuleSet(
  labelled: readonly FoldedExample[],
  ruleSet: RuleSet,
  companies: number,
): FittedRuleSet | { readonly refused: string } {
  const shells = labelled.filter(({ shell }) => shell).length;
  const honest = labelled.length - shells;
  if (shells < FEWEST_SHELLS || honest < FEWEST_HONEST)
    return {
      refused: `Quá ít nhãn để hiệu chỉnh: có ${shells} vỏ bọc và ${honest} trung thực, cần ít nhất ${FEWEST_SHELLS} và ${FEWEST_HONEST}.`,
    };
  // Kept away from 0 and 1, for which no odds exist
  const prevalence = Math.min(0.5, Math.max(0.0005, shells / labelled.length));
  const examples = labelled.map((one) => ({ ...one, prevalence }));
  const { weights, base } = calibrate(examples, ruleSet, TRUST);
  const rules = Object.fromEntries(
    Object.entries(ruleSet.rules).map(([code, { version, weight }]) => [
      code,
      { version, weight: weights[code] ?? weight },
    ]),
  );
  const heldOut = crossValidate(examples, { ...ruleSet, prevalence }, TRUST);
  const capacity = (companies * ruleSet.capacityPercent) / 100;
  const flagAt = flagAtFor(heldOut, ruleSet.precisionPercent / 100, capacity) ?? ruleSet.flagAt;
  const fitted = {
    ...ruleSet,
    version: `${ruleSet.version}+calibrated`,
    prevalence,
    base,
    flagAt,
    rules,
    watchAt: Math.max(1, Math.round((flagAt * ruleSet.watchAt) / ruleSet.flagAt)),
  };
  return { ruleSet: fitted, heldOut: byFold(heldOut, fitted) };
}

function byFold(
  heldOut: readonly HeldOutExample[],
  { flagAt, watchAt, capacityPercent }: RuleSet,
): Record<string, Metrics> {
  const folds = new Set(heldOut.flatMap((one) => one.folds));
  const metrics = [...folds].map((fold): [string, Metrics] => {
    const inFold = heldOut.filter((one) => one.folds.includes(fold));
    const replayed = inFold.map(({ score, shell }, index) => ({
      enterpriseCode: String(index),
      score,
      verdict: score >= flagAt ? ('flagged' as const) : score >= watchAt ? ('watch' as const) : ('clear' as const),
      shell,
    }));
    return [fold, metricsOf(replayed, Math.max(1, Math.round((inFold.length * capacityPercent) / 100)))];
  });
  return Object.fromEntries(metrics);
}
