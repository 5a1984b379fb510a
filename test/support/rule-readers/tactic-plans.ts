import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, CompanyFacts, Counterparty, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { RandomSource } from '#test/support/evasive-world/company.ts';
import { between, chanceOf } from '#test/support/evasive-world/company.ts';

const MILLION = 1_000_000;
const LAST_MONTH = '2025-11';

/** How the companies of a ring pass money on, and what they spend in order to look like honest companies. */
export interface Plan {
  readonly name: string;
  /** The least and the greatest number of months in which a company is used. */
  readonly months: readonly [number, number];
  readonly holdMinutes: readonly [number, number];
  /** The share of the money that stays, in thousandths. */
  readonly keeps: readonly [number, number];
  /** The share of the money that is declared and invoiced, in hundredths. */
  readonly declares: readonly [number, number];
  readonly insures: readonly [number, number];
  /** The days between the registration and the first money. Old companies are bought together with their directors. */
  readonly ageDays: readonly [number, number];
  readonly banksSilent?: true;
  readonly circle?: true;
  /** Whether a company that trades lends its account, which had its own money before and keeps its papers. */
  readonly rents?: true;
  /** Whether the company was bought after its trade had ended: a new head, and a wallet for the money. */
  readonly bought?: true;
}

const HOURS: Plan['holdMinutes'] = [20, 220];
const YOUNG: Plan['ageDays'] = [25, 120];

/** The tactics of criminals who know the rules; `docs/tactics.md` gives the costs of each. */
export const TACTIC_PLANS: readonly Plan[] = [
  planOf('declare a third and insure two', { months: [6, 11], declares: [30, 40], insures: [2, 2] }),
  planOf('hold four hours and keep six per cent', { months: [5, 10], holdMinutes: [190, 280], keeps: [50, 70] }),
  planOf('buy an old company with its director', { months: [3, 8], ageDays: [500, 1200], insures: [0, 1] }),
  planOf('use it for two months and leave', { months: [1, 2], holdMinutes: [5, 90] }),
  planOf('circles of five that declare everything', {
    months: [7, 12],
    declares: [95, 105],
    insures: [2, 4],
    circle: true,
    holdMinutes: [60, 400],
  }),
  planOf('banks that report nothing', { months: [4, 9], declares: [10, 40], insures: [1, 2], banksSilent: true }),
];

/** A plan that differs from the usual one in the given fields. */
export function planOf(name: string, over: Partial<Plan>): Plan {
  const usual = { months: [4, 9], holdMinutes: HOURS, keeps: [15, 40], declares: [0, 8], insures: [0, 0] } as const;
  return { name, ageDays: YOUNG, ...usual, ...over };
}

/** The values that the companies of one ring share, because somebody has to control everything. */
export interface RingResources {
  readonly receivers: readonly string[];
  readonly devices: readonly string[];
  /** Each bank as often as the province has accounts at it. `silentBanks` are those that send nothing. */
  readonly banks: readonly string[];
  readonly silentBanks: readonly string[];
  readonly codes: readonly string[];
}

type Used = Pick<
  CompanyFacts,
  'registeredOn' | 'returns' | 'invoices' | 'insured' | 'accounts' | 'invoicePairs' | 'changes'
>;

const draw = ([least, most]: readonly [number, number], chance: RandomSource): number => between(chance, least, most);

/** The facts of a company of the ring after its use by the plan, up to the day of the assessment. */
export function factsAfterUse(
  facts: Omit<CompanyFacts, 'bands'>,
  plan: Plan,
  resources: RingResources,
  chance: RandomSource,
): Used {
  const count = draw(plan.months, chance);
  const last = chanceOf(chance, 60) ? 0 : between(chance, 1, 5);
  const periods = Array.from({ length: count }, (_, n) =>
    addMonths(`${LAST_MONTH}-01`, -(last + count - 1 - n)).slice(0, 7),
  );
  const registeredOn = addDays(`${periods[0] ?? LAST_MONTH}-01`, -draw(plan.ageDays, chance));
  const accounts = accountsOf(facts.enterpriseCode, periods, registeredOn, plan, resources, chance);
  if (plan.rents) {
    const { returns, invoices, insured, invoicePairs, changes } = facts;
    return {
      registeredOn: facts.registeredOn,
      returns,
      invoices,
      insured,
      invoicePairs,
      changes,
      accounts: accounts.notified,
    };
  }
  const came = moneyByQuarter(accounts.all);
  const share = draw(plan.declares, chance) / 100;
  const declared = quartersSince(registeredOn).map((period) => {
    const revenue = Math.round((came.get(period) ?? 0) * share);
    return { period, filedOn: filedOn(period, chance), revenue };
  });
  const returns = (plan.bought ? tradedBefore(periods[0] ?? LAST_MONTH, chance) : declared).filter(
    ({ period }) => period <= '2025-Q3',
  );
  const invoices = returns
    .filter(({ revenue }) => revenue > 0)
    .map(({ period, filedOn: on, revenue }) => ({ period, on: addDays(on, -18), total: revenue }));
  const heads = draw(plan.insures, chance);
  const insured = heads === 0 ? [] : [{ on: addDays(registeredOn, 60), count: heads }];
  const others = resources.codes.filter((code) => code !== facts.enterpriseCode);
  const invoicePairs = pairsOf(invoices, plan, others, chance);
  const changes = plan.bought
    ? [{ kind: 'representative' as const, on: addDays(`${periods[0] ?? LAST_MONTH}-01`, -SOLD_DAYS) }]
    : [];
  return { registeredOn, returns, invoices, insured, accounts: accounts.notified, invoicePairs, changes };
}

function accountsOf(
  code: string,
  periods: readonly string[],
  registeredOn: string,
  plan: Plan,
  resources: RingResources,
  chance: RandomSource,
) {
  const size = between(chance, 300, 6000) * MILLION;
  const keeps = draw(plan.keeps, chance) / 1000;
  const hold = draw(plan.holdMinutes, chance);
  const flows = periods.map((period): Flow => {
    const credit = Math.round((size * between(chance, 40, 160)) / 100);
    const kept = keeps * (between(chance, 80, 120) / 100);
    const medianHoldMinutes = Math.round((hold * between(chance, 60, 140)) / 100);
    return { period, credit, debit: Math.round(credit * (1 - kept)), transactions: 40, medianHoldMinutes };
  });
  const own = plan.rents ? ownMonths(periods[0] ?? LAST_MONTH, size, chance) : [];
  const bank = plan.bought ? 'MOMO' : chance.pick(plan.banksSilent ? resources.silentBanks : resources.banks);
  const reports = !resources.silentBanks.includes(bank);
  const paid = flows.reduce((sum, { debit }) => sum + debit, 0);
  const account: AccountFacts = {
    accountRef: `${bank} ${code}`,
    bank,
    maskedNumber: '****0000',
    status: '1',
    openedOn: plan.bought
      ? addDays(`${periods[0] ?? LAST_MONTH}-01`, -between(chance, 5, SOLD_DAYS))
      : addDays(registeredOn, between(chance, 3, 40)),
    representative: 'same',
    phoneOwner: chanceOf(chance, 60) ? 'same' : 'unknown',
    holder: 'same',
    flows: reports ? [...own, ...flows] : [],
    counterparties: reports ? receiversOf(paid, periods, resources, chance) : undefined,
    devices: reports ? [chance.pick(resources.devices)] : undefined,
  };
  return { notified: [account], all: flows };
}

const SOLD_DAYS = 40;

/** Two years of sales that end a quarter before the money. */
function tradedBefore(first: string, chance: RandomSource): { period: string; filedOn: string; revenue: number }[] {
  const quarters = quartersSince(addMonths(`${first}-01`, -24)).filter((quarter) => quarter < quarterOf(first));
  return quarters.map((period, n) => ({
    period,
    filedOn: filedOn(period, chance),
    revenue: n < quarters.length - 1 ? between(chance, 200, 900) * MILLION : 0,
  }));
}

/** The money of the account's owner in the year before, which rests and comes in smaller amounts. */
const ownMonths = (first: string, size: number, chance: RandomSource): Flow[] =>
  Array.from({ length: 12 }, (_, n) => {
    const credit = Math.round((size * between(chance, 5, 20)) / 100);
    const debit = Math.round((credit * between(chance, 60, 130)) / 100);
    const period = addMonths(`${first}-01`, n - 12).slice(0, 7);
    return {
      period,
      credit,
      debit,
      transactions: between(chance, 5, 40),
      medianHoldMinutes: between(chance, 900, 6000),
    };
  });

/** Some of the ring's common receivers, and one receiver of the company alone. */
function receiversOf(
  paid: number,
  periods: readonly string[],
  { receivers }: RingResources,
  chance: RandomSource,
): Counterparty[] {
  const [from, to] = [`${periods[0] ?? LAST_MONTH}-01`, `${periods.at(-1) ?? LAST_MONTH}-28`];
  const chosen = receivers.filter(() => chanceOf(chance, 60)).slice(0, 4);
  const own = `counterparty:own ${chance.next(1_000_000_000)}`;
  const shares = [...chosen, own].map((ref) => ({ ref, share: between(chance, 10, 40) }));
  const all = shares.reduce((sum, { share }) => sum + share, 0);
  return shares
    .map(({ ref, share }) => ({ ref, debit: Math.round((paid * share) / all), credit: 0, from, to }))
    .sort((a, b) => b.debit - a.debit);
}

function pairsOf(
  invoices: Used['invoices'],
  { circle }: Plan,
  others: readonly string[],
  chance: RandomSource,
): Used['invoicePairs'] {
  if (invoices.length === 0) return undefined;
  const sold = invoices.map(({ period, total = 0 }) => ({
    party: circle && others.length > 0 ? chance.pick(others) : `buyer ${chance.next(100_000)}`,
    period,
    total,
  }));
  const bought = circle
    ? invoices.map(({ period, total = 0 }) => ({
        party: others.length > 0 ? chance.pick(others) : 'seller',
        period,
        total: Math.round(total * 0.97),
      }))
    : [];
  return { sold, bought };
}

const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-Q${Math.floor((Number(month.slice(5, 7)) - 1) / 3) + 1}`;

function moneyByQuarter(flows: readonly Flow[]): ReadonlyMap<string, number> {
  const came = new Map<string, number>();
  for (const { period, credit } of flows) came.set(quarterOf(period), (came.get(quarterOf(period)) ?? 0) + credit);
  return came;
}

function quartersSince(registeredOn: string): string[] {
  const quarters: string[] = [];
  for (let day = registeredOn; day < '2025-12-31'; day = addMonths(day, 3)) quarters.push(quarterOf(day));
  return quarters;
}

function filedOn(period: string, chance: RandomSource): string {
  const start = `${period.slice(0, 4)}-${String(Number(period.slice(6)) * 3 - 2).padStart(2, '0')}-01`;
  return addDays(addMonths(start, 3), between(chance, 16, 29));
}
