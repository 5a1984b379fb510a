import { sum } from './days-and-quarters.ts';
import { banksOf } from './money-figures.ts';
import type { Company, World } from './world.ts';

const SEVERAL = { from: 2, below: 20, nine: 10, three: 4 };

export function paidTo(company: Company, world: World) {
  const sharing = world.sharing('tài khoản nhận chính');
  const isMain = (receiver: string) => sharing.get(receiver)?.has(company.code) === true;
  const payers = (receiver: string) => (isMain(receiver) ? (sharing.get(receiver)?.size ?? 0) : 0);
  const few = company.paid.filter(
    ({ receiver }) => payers(receiver) >= SEVERAL.from && payers(receiver) < SEVERAL.below,
  );
  const fewer = (below: number) =>
    new Set(few.flatMap(({ receiver }) => (payers(receiver) < below ? [receiver] : []))).size;
  const debit = sum(company.paid, (one) => one.debit);
  const toFew = sum(few, (one) => one.debit);
  return {
    debit,
    toFew,
    all: debit,
    share: (toFew / debit) * 100,
    few: fewer(SEVERAL.below),
    nine: fewer(SEVERAL.nine),
    three: fewer(SEVERAL.three),
    banks: banksOf(company.paid),
  };
}
