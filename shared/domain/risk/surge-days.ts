import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { Span } from './coverage.ts';
import type { AccountSurge } from './facts/account-surge.ts';
import type { Flow } from './facts/company-facts.ts';

type Money = Pick<Flow, 'period' | 'credit'>;

/** Others' money that begins or ends within a month mostly runs for so many days of it. */
const DAYS_OF_PART = 20;

/**
 * The days of an account's surge, estimated from the amounts of its months where a bank tells no days: the money comes at
 * about the same pace, so a first month with a third of the next one's money began late. Where the bank has told no later
 * month, the surge may go on: its end is that of the next month.
 * @param told the days for which the bank tells flows
 */
export function surgeDaysOf(
  { usualCredit }: AccountSurge,
  months: readonly Money[],
  told: Span | undefined,
): Span | undefined {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const goesOn = told !== undefined && told.to <= periodEnd(last.period);
  if (first === last && !goesOn) return { from: `${first.period}-01`, to: periodEnd(first.period) };
  const more = ({ credit }: Money): number => credit - usualCredit;
  const whole = goesOn ? months.slice(1) : months.slice(1, -1);
  const perDay =
    whole.length > 0
      ? Math.max(...whole.map((month) => more(month) / daysIn(month)))
      : Math.max(more(first), more(last)) / DAYS_OF_PART;
  const daysOf = (month: Money): number => Math.min(daysIn(month), Math.max(1, Math.round(more(month) / perDay)));
  return {
    from: addDays(periodEnd(first.period), 1 - daysOf(first)),
    to: goesOn
      ? periodEnd(addMonths(`${last.period}-01`, 1).slice(0, 7))
      : addDays(`${last.period}-01`, daysOf(last) - 1),
  };
}

const daysIn = ({ period }: Money): number => Number(periodEnd(period).slice(8));
