import fc from 'fast-check';
import type { FigureName } from '#shared/domain/risk/rules/all-rules.ts';
import type { Evidence } from '#shared/domain/risk/rules/finding.ts';

const MUCH = 3_000_000_000;
const some = fc.constantFrom(500_000_000, 1_234_567_890, MUCH);
const someOrNone = fc.constantFrom(0, 999, 500_000_000, 1_234_567_890, MUCH);
const share = fc.constantFrom(0.0001, 0.001, 0.3, 0.985, 1);
const count = fc.constantFrom(1, 2, 3, 17);
const day = fc.constantFrom('2025-01-31', '2025-02-01', '2025-03-15');
const month = fc.constantFrom('2025-01', '2025-02');
const quarter = fc.constantFrom('2025-Q1', '2025-Q2');

/** Each figure of a rule's evidence with the values at the edges of what the rules allow; a new figure must be added to compile. */
const FIGURES = {
  accounts: count,
  ageDays: fc.constantFrom(181, 700),
  ageThen: fc.constantFrom(0, 1, 364, 1234),
  asleepFrom: day,
  banks: fc.constantFrom('970415', '970415, 970436'),
  before: someOrNone,
  birthYear: fc.constant(1950),
  by: fc.constant('Công an tỉnh'),
  capital: someOrNone,
  companies: fc.constantFrom(2, 3, 50),
  credit: some,
  creditThen: some,
  days: fc.constant(30),
  daysWithMoney: fc.constantFrom(1, 2, 7),
  debit: some,
  documentNumber: fc.constant('********1234'),
  due: fc.constantFrom(2, 5),
  filed: fc.constantFrom(1, 2),
  firstDay: day,
  firstMonth: month,
  from: month,
  fromQuarter: quarter,
  holdMinutes: fc.constantFrom(0, 1, 59, 1234),
  insured: fc.constantFrom(0, 1, 17),
  invoiced: fc.constant(MUCH),
  kind: fc.constant('person'),
  largestMonth: some,
  last: fc.constantFrom(0, 1),
  lastMonth: month,
  lastOn: day,
  lastQuarter: quarter,
  leastHoldMinutes: fc.constantFrom(0, 1),
  leastOutShare: fc.constantFrom(0, 0.97, 1),
  money: someOrNone,
  month,
  months: count,
  monthsCompared: count,
  mostUsualCredit: some,
  most: fc.constantFrom(4, 17),
  mostHoldMinutes: fc.constantFrom(60, 1234),
  mostOutShare: fc.constantFrom(0.97, 1, 1.02),
  movedToo: fc.constant(true),
  on: day,
  oneAccount: fc.constant(true),
  others: count,
  othersBad: fc.constantFrom(0, 1, 4),
  othersWorse: fc.constantFrom(1, 4),
  opened: day,
  outShare: fc.constantFrom(0.3, 0.985, 1, 1.03),
  payments: fc.constantFrom(200, 1234),
  paymentsADay: fc.constantFrom(5, 10, 1234),
  owed: fc.constantFrom(0, 1, 3),
  unknownQuarters: count,
  asleepDays: fc.constantFrom(181, 1234),
  noughtQuarters: fc.constantFrom(0, 1, 3),
  owedQuarters: fc.constantFrom(0, 1, 3),
  peers: fc.constantFrom(10, 50),
  peersAre: fc.constantFrom('mọi ngành', 'có mã ngành từ 45 đến 47, cùng mức vốn'),
  people: count,
  quarter,
  quarters: count,
  receivers: fc.constantFrom(2, 3),
  receiversOfTwo: fc.constantFrom(0, 1, 2, 3),
  monthlyBefore: some,
  registeredOn: day,
  representativeOn: day,
  revenue: someOrNone,
  revenueBefore: someOrNone,
  share,
  since: day,
  sold: someOrNone,
  status: fc.constant('09-06'),
  suspicions: fc.constantFrom('3', '3, 6'),
  telling: fc.constantFrom('970415', '970415, 970436'),
  times: fc.constantFrom(1.8, 4.44, 9000.5),
  to: month,
  told: fc.constantFrom(1, 1234),
  toQuarter: quarter,
  turnover: some,
  unanswered: someOrNone,
  unsaid: fc.constantFrom(0, 1, 2),
  until: day,
  usualCredit: some,
  usualHoldMinutes: fc.constantFrom(301, 1234),
  usualPayments: fc.constantFrom(4, 17),
  usualMonths: fc.constantFrom(3, 17),
  reports: count,
  untold: fc.constantFrom(0, 1234),
  timedCredit: fc.constantFrom(undefined, 1_234_567),
  emptyTotals: fc.constantFrom(undefined, 1, 17),
  alsoQuick: fc.constantFrom(undefined, 2),
  newSince: month,
  wallets: fc.constantFrom('MOMO', 'MOMO, ZALOPAY'),
  withinDays: fc.constant(90),
  year: fc.constant(2025),
  zeroQuarters: count,
} satisfies Readonly<Record<FigureName, fc.Arbitrary<unknown>>>;

/** Figures that are 0 only in the evidence of some rules. */
const ALSO_NONE: Readonly<Record<string, object>> = {
  TURNOVER_WITHOUT_MONEY: { credit: 0, share: 0 },
  MONEY_RESTS: { debit: 0, outShare: 0 },
  TIED_TO_MOSTLY_BAD: { othersWorse: 0 },
};
/** Figures that are never as small in the evidence of some rules. */
const NEVER_NONE: Readonly<Record<string, object>> = {
  STAFF_INSURED: { insured: 5 },
  WOKEN_BRIEFLY: { ageThen: 181 },
  TRADES: { revenue: MUCH },
  LISTED_ACCOUNT: { from: '2025-01-31', to: '2025-03-15' },
  LISTED_BY_BANK: { from: '2025-01-31', to: '2025-01-31' },
  FOREIGN_IP: { share: 0.1 },
  EMPTIED_THEN_SOLD: { revenueBefore: MUCH },
  ACCOUNT_UNLIKE_ITSELF: { holdMinutes: 12 },
};

/** Keeps together what belongs together: a month has one name, and no part is larger than the whole. */
function consistent(drawn: Readonly<Record<FigureName, unknown>>): Evidence {
  const { from, to, firstMonth, lastMonth, accounts, others, receivers, receiversOfTwo } = drawn as Readonly<
    Record<FigureName, string & number>
  >;
  const single = drawn.months === 1;
  const ends = [firstMonth, lastMonth].toSorted();
  const { money, sold, times, ...rest } = drawn as Evidence;
  return {
    ...rest,
    ...(drawn.revenue !== 0 && { times: times ?? 2 }),
    ...(money !== 0 && { money: money ?? MUCH }),
    ...((sold !== 0 || money === 0) && { sold: sold === 0 ? MUCH : (sold ?? MUCH) }),
    from: single ? from : '2025-01',
    to: single ? from : to === '2025-01' ? '2025-03' : to,
    firstMonth: ends[0] ?? '',
    lastMonth: single ? (ends[0] ?? '') : '2025-07',
    fromQuarter: '2025-Q1',
    monthsCompared: Math.min(drawn.months as number, drawn.monthsCompared as number),
    others: Math.min(others, accounts),
    receiversOfTwo: Math.min(receivers, receiversOfTwo),
    until: '2025-12-31',
    othersBad: Math.max(drawn.othersBad as number, drawn.othersWorse as number),
  };
}

/** Evidence with figures at the edges of what a rule allows. */
export const edgeEvidence = (code: string): fc.Arbitrary<Evidence> =>
  fc.tuple(fc.record(FIGURES), fc.boolean(), fc.boolean()).map(([drawn, none, held]) => {
    const { holdMinutes, leastHoldMinutes, mostHoldMinutes, ...rest } = consistent(drawn);
    return {
      ...rest,
      ...(held && { holdMinutes: holdMinutes ?? 0 }),
      ...(held && none && { leastHoldMinutes: leastHoldMinutes ?? 0, mostHoldMinutes: mostHoldMinutes ?? 0 }),
      ...(none && ALSO_NONE[code]),
      ...NEVER_NONE[code],
    };
  });
