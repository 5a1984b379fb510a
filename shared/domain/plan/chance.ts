import { SIGNS, type Sign, type Signs } from './signs.ts';
import data from './chance-weights.json' with { type: 'json' };

/** A model of the chance that an unflagged company is a shell: the log odds of none of the levels, and what each level adds. */
export interface ChanceModel {
  /** The day on which it was fitted. */
  readonly version: string;
  readonly base: number;
  readonly weights: Readonly<Partial<Record<Sign, Readonly<Record<string, number>>>>>;
}

/** The model in force, which orders questions and makes no verdict. */
export const CHANCE_MODEL: ChanceModel = data;

const weightOf = ({ weights }: ChanceModel, sign: Sign, signs: Signs): number => weights[sign]?.[signs[sign]] ?? 0;

/** The chance, 0…1, that a company with these signs is a shell. */
export function chanceOf(signs: Signs, model: ChanceModel): number {
  const sum = SIGNS.reduce((all, sign) => all + weightOf(model, sign, signs), model.base);
  return 1 / (1 + Math.exp(-sum));
}

/** A sign that is not among the weightiest is not worth a word. */
const WORTH_SAYING = 0.5;
const MOST_SAID = 3;

/** The signs that raise the chance the most, the weightiest first. */
export const weightiestOf = (signs: Signs, model: ChanceModel): readonly Sign[] =>
  SIGNS.filter((sign) => weightOf(model, sign, signs) >= WORTH_SAYING)
    .sort((a, b) => weightOf(model, b, signs) - weightOf(model, a, signs))
    .slice(0, MOST_SAID);
