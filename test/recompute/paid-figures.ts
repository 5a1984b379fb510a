import { quarterOf, sum } from './days-and-quarters.ts';
import { banksOf } from './money-figures.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

const FEW = { from: 2, nine: 10, three: 4 };

export function paidTo(company: Company, world: World) {
  const sharing = world.sharing('tài khoản nhận chính');
  const isMain = (receiver: string) => sharing.get(receiver)?.has(company.code) === true;
  const payers = (receiver: string) => (isMain(receiver) ? (sharing.get(receiver)?.size ?? 0) : 0);
  const fewer = (below: number) =>
    new Set(
      company.paid.flatMap(({ receiver }) =>
        payers(receiver) >= FEW.from && payers(receiver) < below ? [receiver] : [],
      ),
    ).size;
  const debit = sum(company.paid, (one) => one.debit);
  return {
    debit,
    nine: fewer(FEW.nine),
    three: fewer(FEW.three),
    banks: banksOf(company.paid),
    ...quartersPaid(company, world.asOf),
  };
}

/** The quarters of the payments, of which a bank may report a whole year: not before the registration and not after the day. */
function quartersPaid({ paid, registeredOn }: Company, asOf: string) {
  const ends = paid.flatMap(({ period }) =>
    period.length === 4 ? [`${period}-Q1`, `${period}-Q4`] : [quarterOf(period)],
  );
  return {
    fromQuarter: [quarterOf(registeredOn), ends.toSorted()[0] ?? ''].sort()[1],
    toQuarter: [quarterOf(asOf), ends.toSorted().at(-1) ?? ''].sort()[0],
  };
}
