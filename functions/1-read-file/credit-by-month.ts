import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import { addMonths, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';

/** Nobody asks about older or future months, and with them a file could make its table item too large. */
const MONTHS_KEPT = 24;
const LONGEST_MONTH = 31;

/** The credit that a file reports by calendar month, whole đồng: the month in which a day's or a week's flow ends. */
export class CreditByMonth {
  readonly #byMonth: Record<string, number>;

  constructor(byMonth: Readonly<Record<string, number>>) {
    this.#byMonth = { ...byMonth };
  }

  add(record: FeedRecord, today: IsoDate): void {
    if (record.feed !== 'flows') return;
    const { from, to } = daysOfPeriod(record.flow.period);
    const month = to.slice(0, 7);
    const isKept = month <= today.slice(0, 7) && month > addMonths(today, -MONTHS_KEPT).slice(0, 7);
    if (!isKept || daysBetween(from, to) >= LONGEST_MONTH) return;
    const sum = (this.#byMonth[month] ?? 0) + record.flow.credit;
    // DynamoDB stores no larger number exactly
    this.#byMonth[month] = Math.min(sum, Number.MAX_SAFE_INTEGER);
  }

  get byMonth(): Readonly<Record<string, number>> {
    return { ...this.#byMonth };
  }
}
