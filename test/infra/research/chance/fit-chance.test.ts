import { expect, it } from 'vitest';
import { chanceOf } from '#shared/domain/plan/chance.ts';
import { SIGNS, type Signs } from '#shared/domain/plan/signs.ts';
import { type ChanceExample, fitChance } from '#infra/research/chance/fit-chance.ts';
import { heldOut } from '#infra/research/chance/held-out.ts';

const signs = (handover: string): Signs => {
  const none = Object.fromEntries(SIGNS.map((sign) => [sign, 'none']));
  return { ...none, handover } as Signs;
};

const examples = (shells: number, honest: number, handover: string): ChanceExample[] => [
  ...Array.from({ length: shells }, () => ({ signs: signs(handover), shell: true, isFlagged: false })),
  ...Array.from({ length: honest }, () => ({ signs: signs(handover), shell: false, isFlagged: false })),
];

const WORLD = [...examples(20, 80, '<180'), ...examples(10, 890, 'none')];

it('gives a level the share of shells that it has', () => {
  const model = fitChance(WORLD, 'test');
  expect(chanceOf(signs('<180'), model)).toBeCloseTo(0.2, 1);
  expect(chanceOf(signs('none'), model)).toBeCloseTo(0.011, 2);
});

it('says of each province how it orders by what others show, and leaves out who is flagged', () => {
  const flagged = examples(5, 0, '<180').map((one) => ({ ...one, isFlagged: true }));
  const worlds = ['one', 'other'].map((name) => ({ name, examples: [...WORLD, ...flagged] }));
  const { hidden, among120 } = heldOut(worlds);
  expect(hidden).toBe(60);
  expect(among120).toBeGreaterThanOrEqual(40);
});
