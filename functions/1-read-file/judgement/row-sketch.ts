import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { RowSample } from '#shared/domain/drops/corrected-file.ts';

/** The parts of a row: whom it concerns, the day or period, and all else, which is unlikely to be repeated by chance. */
interface RowParts {
  readonly subject: string;
  /** Empty where it belongs to the content. */
  readonly time: string;
  readonly rest: string;
  /** The day or period of the row; undefined where the row says what holds until another one says otherwise. */
  readonly on: string | undefined;
}

/** Rows of a smaller amount in đồng may be alike by chance, such as returns without revenue. */
const LEAST_AMOUNT = 1_000_000;
const MONEY: ReadonlySet<string> = new Set(['TO_KHAI_THUE', 'HOA_DON', 'GOP_VON']);

/** A row that only an equal row of another file is the same as, because many rows are alike but for subject and time. */
const alikeByChance = (on: string | undefined, ...parts: readonly unknown[]): RowParts => ({
  subject: '',
  time: '',
  rest: parts.join(' '),
  on,
});

/** A register may be sent again with new dates, which is no correction, so its dates belong to the content. */
function partsOf(record: FeedRecord): RowParts | undefined {
  switch (record.feed) {
    case 'registrations': {
      const { enterpriseCode, ...company } = record.company;
      const on = company.amendedOn ?? company.registeredOn;
      return { subject: enterpriseCode, time: '', rest: JSON.stringify([company, record.person]), on };
    }
    case 'identities': {
      const { documentNumber, ...person } = record.record;
      return { subject: documentNumber, time: '', rest: JSON.stringify(person), on: undefined };
    }
    case 'activities':
      return partsOfSignal(record.enterpriseCode, record.signal);
    case 'accounts': {
      const { bank, accountNumber, ...account } = record.account;
      return { subject: `${bank} ${accountNumber}`, time: '', rest: JSON.stringify(account), on: undefined };
    }
    case 'flows': {
      const { bank, accountNumber, flow } = record;
      const { period, ...totals } = flow;
      const subject = `${bank} ${accountNumber}`;
      const rest = JSON.stringify(totals);
      if (Math.max(totals.credit, totals.debit) < LEAST_AMOUNT) return alikeByChance(period, subject, period, rest);
      return { subject, time: period, rest, on: period };
    }
    case 'counterparties': {
      const { bank, accountNumber, period, counterparty, debit, credit } = record;
      const subject = `${bank} ${accountNumber}`;
      const rest = `${counterparty} ${debit} ${credit}`;
      if (Math.max(debit, credit) < LEAST_AMOUNT) return alikeByChance(period, subject, period, rest);
      return { subject, time: period, rest, on: period };
    }
    case 'invoices': {
      const { seller, buyer, period, total } = record;
      if (total < LEAST_AMOUNT) return alikeByChance(period, seller, buyer, period, total);
      return { subject: `${seller} ${buyer}`, time: period, rest: String(total), on: period };
    }
    case 'devices': {
      const { bank, accountNumber, device, period } = record;
      return alikeByChance(period, bank, accountNumber, device, period);
    }
    case 'suspicious-accounts': {
      const { bank, accountNumber, code, reason, on } = record;
      const rest = `${code} ${reason} ${dayOfYear(on)}`;
      return { subject: `${bank} ${accountNumber}`, time: yearOf(on), rest, on: undefined };
    }
    case 'owners': {
      const { enterpriseCode, holding, declared } = record;
      const on = holding?.since ?? declared?.declaredOn;
      return { subject: enterpriseCode, time: '', rest: JSON.stringify([holding, declared]), on };
    }
    case 'crime-reports':
    case 'subscribers':
      return undefined;
  }
}

const yearOf = (day: string) => day.slice(0, 4);
const dayOfYear = (day: string) => day.slice(4);

/** Two lists of visits never have the same days and results, for other companies or in another year. */
function partsOfSignal(enterpriseCode: string, { kind, on, value = '', note = '' }: Signal): RowParts {
  if (MONEY.has(kind) && Number(value) >= LEAST_AMOUNT)
    return { subject: enterpriseCode, time: `${on} ${note}`, rest: `${kind} ${value}`, on };
  if (kind === 'KIEM_TRA_TRU_SO')
    return { subject: enterpriseCode, time: yearOf(on), rest: `${kind} ${dayOfYear(on)} ${value}`, on };
  return alikeByChance(on, enterpriseCode, kind, on, value, note);
}

const MOST_SAMPLED = 32;
/** Enough of a reference to tell a file's rows apart. */
const REFERENCE_LETTERS = 16;

interface Sampled extends RowParts {
  readonly order: number;
  rows: number;
}

/**
 * A sample of a file's rows by their content without subject and time. Two files with the same contents have the same
 * sample, whatever the order of their rows. A content that several rows have is left out.
 */
export class RowSketch {
  readonly #sampled = new Map<string, Sampled>();
  /** The contents above this order are not in the sample. */
  #until = 2 ** 32;
  #rows = 0;
  /** The first and the last day or period; undefined where a row has none. */
  #span: { from: string; to: string } | undefined = { from: '\u{ffff}', to: '' };

  add(record: FeedRecord): void {
    const parts = partsOf(record);
    if (!parts) return;
    this.#rows += 1;
    this.#span = widened(this.#span, parts.on);
    const order = orderOf(parts.rest);
    if (order >= this.#until) return;
    const known = this.#sampled.get(parts.rest);
    if (known) known.rows += 1;
    else this.#sampled.set(parts.rest, { ...parts, order, rows: 1 });
    if (this.#sampled.size >= MOST_SAMPLED * 4) this.#reduce();
  }

  /**
   * @param reference makes a keyed reference of a text, since a content may identify a person
   * @param isWhole false where the file has more rows than were read
   */
  sample(reference: (text: string) => string, isWhole: boolean): RowSample | undefined {
    this.#reduce();
    const single = [...this.#sampled.values()].filter(({ rows }) => rows === 1);
    if (single.length === 0) return undefined;
    const short = (text: string) => reference(text).slice(-REFERENCE_LETTERS);
    const rows = single.map(({ subject, time, rest, order }) => ({
      order,
      rest: short(rest),
      subject: short(subject),
      time,
    }));
    return { until: this.#until, rows, count: this.#rows, span: isWhole ? this.#span : undefined };
  }

  #reduce(): void {
    if (this.#sampled.size <= MOST_SAMPLED) return;
    const sorted = [...this.#sampled].sort(([, a], [, b]) => a.order - b.order);
    this.#until = sorted[MOST_SAMPLED]?.[1].order ?? this.#until;
    for (const [rest, { order }] of sorted) if (order >= this.#until) this.#sampled.delete(rest);
  }
}

const widened = (span: { from: string; to: string } | undefined, on: string | undefined) =>
  span && on !== undefined ? { from: on < span.from ? on : span.from, to: on > span.to ? on : span.to } : undefined;

/** FNV-1a, 32 bits. */
function orderOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash >>> 0;
}
