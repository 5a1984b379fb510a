import { describe, expect, it } from 'vitest';
import { retryBudget } from '#shared/clients/police-verification.ts';

const spendable = (budget: ReturnType<typeof retryBudget>) => {
  let spent = 0;
  while (spent < 100 && budget.spend()) spent += 1;
  return spent;
};

describe('retryBudget', () => {
  it('retryBudget allows a few second tries at first, and no more', () => {
    expect(spendable(retryBudget(5))).toBe(5);
  });

  it('retryBudget earns one second try for about ten answered calls, up to ten', () => {
    const budget = retryBudget(0);
    for (let call = 0; call < 25; call += 1) budget.earn();
    expect(spendable(budget)).toBe(2);
    for (let call = 0; call < 1000; call += 1) budget.earn();
    expect(spendable(budget)).toBe(10);
  });
});
