import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import { addSubjects, DAYLESS, joinSpans, type Span, type Spans, type Subjects } from '#shared/domain/risk/coverage.ts';
import { joinMonths, type MonthsByContent, monthOf, newestMonths } from '#shared/domain/drops/vanished-rows.ts';
import { contentsOf } from '#shared/contracts/feeds/row-contents.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/**
 * The days that a row proves its feed to cover: a signal covers its date for its kind, a bank's flows cover their
 * period, and a row of another feed covers the day on which it is read. A date after today covers no more than today.
 */
function coveredBy(record: FeedRecord, today: IsoDate): Record<string, Span> {
  switch (record.feed) {
    case 'activities':
      return { [record.signal.kind]: until(today, { from: record.signal.on, to: record.signal.on }) };
    case 'flows':
      return { [`flows#${record.bank}`]: until(today, daysOfPeriod(record.flow.period)) };
    case 'counterparties':
    case 'devices':
      return { [`${record.feed}#${record.bank}`]: until(today, spanOf(record.period, today)) };
    case 'invoices':
      return { [record.feed]: until(today, daysOfPeriod(record.period)) };
    case 'owners':
      // A list of members says nothing of whether declarations are sent
      return record.declared ? { owners: DAYLESS } : {};
    case 'registrations':
    case 'identities':
    case 'accounts':
    case 'subscribers':
    case 'suspicious-accounts':
    case 'crime-reports':
      return { [record.feed]: DAYLESS };
  }
}

const spanOf = (period: string | undefined, today: IsoDate): Span =>
  period === undefined ? { from: today, to: today } : daysOfPeriod(period);

const until = (today: IsoDate, { from, to }: Span): Span => ({
  from: from < today ? from : today,
  to: to < today ? to : today,
});

/** The day for which a row counts as sent; the day on which it is read where it has none. */
function dayOf(record: FeedRecord, covered: Readonly<Record<string, Span>>, today: IsoDate): string {
  const own = ownDayOf(record) ?? Object.values(covered)[0]?.to;
  return own === undefined || own > today ? today : own;
}

function ownDayOf(record: FeedRecord): string | undefined {
  switch (record.feed) {
    case 'registrations':
      return record.company.amendedOn ?? record.company.registeredOn;
    case 'accounts':
      return record.account.updatedOn ?? record.account.openedOn;
    case 'owners':
      return record.holding?.since ?? record.declared?.declaredOn;
    case 'suspicious-accounts':
      return record.on;
    case 'crime-reports':
      return record.report.on;
    case 'identities':
    case 'activities':
    case 'flows':
    case 'counterparties':
    case 'devices':
    case 'invoices':
    case 'subscribers':
      return undefined;
  }
}

/** Whom a row concerns, of the feeds about which statements count. */
function subjectOf(record: FeedRecord): string | undefined {
  if (record.feed === 'registrations') return record.company.enterpriseCode;
  if (record.feed === 'identities') return record.record.documentNumber;
  return record.feed === 'activities' ? record.enterpriseCode : undefined;
}

export class FileCoverage {
  #spans: Spans;
  #subjects: Subjects;
  /** Whom the rows since the last part concern, by kind. */
  readonly #seen = new Map<string, Set<string>>();

  readonly #before: MonthsByContent;
  readonly #months = new Map<string, Set<number>>();

  constructor(spans: Spans, subjects: Subjects, months: MonthsByContent) {
    this.#before = months;
    this.#spans = spans;
    this.#subjects = subjects;
  }

  add(record: FeedRecord, today: IsoDate): void {
    const covered = coveredBy(record, today);
    this.#spans = joinSpans(this.#spans, covered);
    const month = monthOf(dayOf(record, covered, today));
    for (const content of contentsOf(record)) {
      const months = this.#months.get(content) ?? new Set();
      this.#months.set(content, months.add(month));
    }
    const subject = subjectOf(record);
    if (subject === undefined) return;
    for (const kind of Object.keys(covered)) {
      const seen = this.#seen.get(kind) ?? new Set();
      this.#seen.set(kind, seen.add(subject));
    }
  }

  /** Each company or person counts once in a part. */
  endPart(): Subjects {
    this.#subjects = addSubjects(
      this.#subjects,
      Object.fromEntries([...this.#seen].map(([kind, { size }]) => [kind, size])),
    );
    this.#seen.clear();
    return this.#subjects;
  }

  get months(): MonthsByContent {
    const own = Object.fromEntries([...this.#months].map(([content, months]) => [content, [...months]]));
    return newestMonths(joinMonths(this.#before, own));
  }

  get spans(): Spans {
    return this.#spans;
  }
}
