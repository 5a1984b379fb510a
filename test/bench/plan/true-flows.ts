import { createHash } from 'node:crypto';
import type { AccountFacts, FlowOfMonth } from '#shared/domain/risk/facts/company-facts.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

/** A number 0…1 that depends on the text alone. */
export const lotOf = (text: string): number =>
  createHash('sha256').update(text).digest().readUInt32BE() / 0x1_00_00_00_00;

/** Who trades by itself and lends an account, or was bought with its trade, has also the money of an honest company. */
const TRADING: ReadonlySet<string> = new Set(['rented', 'shelf']);
export const isTrading = ({ shell, kind }: WorldCompany): boolean => !shell || TRADING.has(kind);

/**
 * The months that a bank would tell of an account of which it has sent nothing. Of a shell: what the banks that send rows
 * leave of others' money in its label, in one or two of its silent accounts each month, and out again within the hour. Of
 * whoever trades: the rows of the most similar honest company with rows (same kind, nearest registration), scaled by
 * both revenues.
 */
export function trueFlows(
  company: WorldCompany,
  account: AccountFacts,
  honest: ReadonlyMap<string, readonly WorldCompany[]>,
): FlowOfMonth[] {
  const months = new Map<string, FlowOfMonth>();
  if (isTrading(company)) for (const flow of ofTrade(company, account, honest)) months.set(flow.period, flow);
  if (company.shell)
    for (const flow of ofOthers(company, account)) {
      const own = months.get(flow.period);
      months.set(flow.period, own ? bothOf(own, flow) : flow);
    }
  return [...months.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

function ofOthers({ facts, crime }: WorldCompany, { accountRef }: AccountFacts): FlowOfMonth[] {
  const silent = facts.accounts.filter(({ flows }) => flows.length === 0).map((one) => one.accountRef);
  return Object.entries(crime?.months ?? {}).flatMap(([period, whole]) => {
    const told = facts.accounts.flatMap(({ flows }) => flows).filter((flow) => flow.period === period);
    const rest = whole - told.reduce((sum, { credit }) => sum + credit, 0);
    if (rest < whole * 0.1 || period >= facts.asOf.slice(0, 7)) return [];
    const lot = (what: string) => lotOf(`${what} ${facts.enterpriseCode} ${period}`);
    const first = Math.floor(lot('first') * silent.length);
    const places = silent.length > 1 && lot('two') < 0.5 ? [first, (first + 1) % silent.length] : [first];
    if (!places.some((place) => silent[place] === accountRef)) return [];
    const credit = Math.round(rest / places.length);
    return [
      {
        period,
        credit,
        debit: Math.round(credit * (0.97 + 0.03 * lot('kept'))),
        transactions: Math.round(40 + 1100 * lot('transactions')),
        medianHoldMinutes: Math.round(1 + 55 * lot('hold')),
      },
    ];
  });
}

function ofTrade(company: WorldCompany, account: AccountFacts, honest: ReadonlyMap<string, readonly WorldCompany[]>) {
  const { facts } = company;
  const day = Date.parse(facts.registeredOn);
  const far = (one: WorldCompany) => Math.abs(Date.parse(one.facts.registeredOn) - day);
  const kind = company.shell ? (company.why.split('-').at(-1) ?? '') : company.kind;
  const alike = honest.get(kind) ?? honest.get('trader') ?? [];
  const [donor] = alike.filter((one) => one !== company).sort((a, b) => far(a) - far(b));
  if (!donor) return [];
  const place = facts.accounts.indexOf(account);
  const told = donor.facts.accounts.filter(({ flows }) => flows.length > 0);
  const { flows = [] } = told[place % told.length] ?? {};
  const [own, its] = [revenueOf(company), revenueOf(donor)];
  const scale = own > 0 && its > 0 ? own / its : 1;
  return flows
    .filter(({ period }) => period >= facts.registeredOn.slice(0, 7))
    .map((flow) => ({ ...flow, credit: Math.round(flow.credit * scale), debit: Math.round(flow.debit * scale) }));
}

const revenueOf = ({ facts }: WorldCompany): number => facts.returns.reduce((sum, { revenue = 0 }) => sum + revenue, 0);

const bothOf = (own: FlowOfMonth, others: FlowOfMonth): FlowOfMonth => ({
  ...own,
  credit: own.credit + others.credit,
  debit: own.debit + others.debit,
  transactions: (own.transactions ?? 0) + (others.transactions ?? 0),
  medianHoldMinutes: others.medianHoldMinutes,
});

/** The honest companies by kind of which a bank tells the money. */
export const honestByKind = (world: readonly WorldCompany[]): ReadonlyMap<string, readonly WorldCompany[]> =>
  Map.groupBy(
    world.filter(({ shell, facts }) => !shell && facts.accounts.some(({ flows }) => flows.length > 0)),
    ({ kind }) => kind,
  );
