import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import type { AccountFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import { seeded } from '#test/support/seeded.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

/** The number of days of a month with money, where there is enough of it. */
const BUSY_DAYS = 12;
const WORTH_A_DAY = 5_000_000;
/** Money that is kept for longer leaves on other days than it came. */
const WITHIN_THE_DAY = 600;

/**
 * Converts a company so that its banks report days instead of months: each month's totals are distributed over random
 * days.
 */
export function withDailyFlows(company: WorldCompany, seed: number): WorldCompany {
  const chance = seeded(seed + 1);
  const { registeredOn } = company.facts;
  const accounts = company.facts.accounts.map((account): AccountFacts => {
    const { flows, paces = [], openedOn = registeredOn } = account;
    if (paces.length > 0) return account;
    return { ...account, ...foldFlows(flows.flatMap((flow) => daysOf(flow, openedOn, chance))) };
  });
  return { ...company, facts: { ...company.facts, accounts } };
}

/** Spreads a month's totals over days of the month on which the account was open. */
function daysOf(flow: Flow, openedOn: IsoDate, chance: () => number): Flow[] {
  const { period, credit, debit, transactions, medianHoldMinutes = 0 } = flow;
  const start: IsoDate = `${period}-01`;
  const first = openedOn > start && openedOn <= periodEnd(period) ? openedOn : start;
  const length = daysBetween(first, periodEnd(period)) + 1;
  const draw = (total: number) => new Map(daysDrawn(total, length, chance).map((day) => [day, 0.3 + chance()]));
  const came = draw(Math.max(credit, medianHoldMinutes <= WITHIN_THE_DAY ? debit : 0));
  const left = medianHoldMinutes <= WITHIN_THE_DAY ? came : draw(debit);
  const [credits, debits, moves] = [divided(credit, came), divided(debit, left), divided(transactions ?? 0, came)];
  const days = [...new Set([...came.keys(), ...left.keys()])].sort((a, b) => a - b);
  return days.map(
    (day): Flow => ({
      ...flow,
      period: addDays(first, day),
      credit: credits.get(day) ?? 0,
      debit: debits.get(day) ?? 0,
      ...(transactions !== undefined && { transactions: moves.get(day) ?? 0 }),
    }),
  );
}

function daysDrawn(total: number, length: number, chance: () => number): number[] {
  const count = Math.max(1, Math.min(BUSY_DAYS, length, Math.floor(total / WORTH_A_DAY)));
  const days = new Set<number>();
  while (days.size < count) days.add(Math.floor(chance() * length));
  return [...days].sort((a, b) => a - b);
}

/** Divides a total over the days by their parts, so that the parts add up exactly. */
function divided(total: number, parts: ReadonlyMap<number, number>): Map<number, number> {
  const whole = [...parts.values()].reduce((sum, part) => sum + part, 0);
  const byDay = new Map<number, number>();
  let [given, upTo] = [0, 0];
  for (const [day, part] of parts) {
    upTo += part;
    const until = Math.round((total * upTo) / whole);
    byDay.set(day, until - given);
    given = until;
  }
  return byDay;
}
