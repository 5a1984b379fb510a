import type { FeedRecord } from '#shared/contracts/feeds/feed-record.ts';
import type { RowSample } from '#shared/tables/file-read-progress.ts';

/** The parts of a row: whom it concerns, the day or period, and all else, which is unlikely to be repeated by chance. */
interface RowParts {
  readonly subject: string;
  readonly time: string;
  readonly rest: string;
}

/** Rows of a smaller amount in đồng may be alike by chance, such as returns without revenue. */
const LEAST_AMOUNT = 1_000_000;
const MONEY: ReadonlySet<string> = new Set(['TO_KHAI_THUE', 'HOA_DON', 'GOP_VON']);

/**
 * Undefined for rows whose content is alike for many subjects or repeated each month. A register may be sent again with
 * new dates, which is no correction, so its dates belong to the content.
 */
function partsOf(record: FeedRecord): RowParts | undefined {
  switch (record.feed) {
    case 'registrations': {
      const { enterpriseCode, ...company } = record.company;
      return { subject: enterpriseCode, time: '', rest: JSON.stringify([company, record.person]) };
    }
    case 'identities': {
      const { documentNumber, ...person } = record.record;
      return { subject: documentNumber, time: '', rest: JSON.stringify(person) };
    }
    case 'activities': {
      const { kind, on, value = '', note = '' } = record.signal;
      if (!MONEY.has(kind) || Number(value) < LEAST_AMOUNT) return undefined;
      return { subject: record.enterpriseCode, time: `${on} ${note}`, rest: `${kind} ${value}` };
    }
    case 'accounts': {
      const { bank, accountNumber, ...account } = record.account;
      return { subject: `${bank} ${accountNumber}`, time: '', rest: JSON.stringify(account) };
    }
    case 'flows': {
      const { bank, accountNumber, flow } = record;
      const { period, ...totals } = flow;
      if (Math.max(totals.credit, totals.debit) < LEAST_AMOUNT) return undefined;
      return { subject: `${bank} ${accountNumber}`, time: period, rest: JSON.stringify(totals) };
    }
    case 'counterparties': {
      const { bank, accountNumber, period, counterparty, debit, credit } = record;
      if (Math.max(debit, credit) < LEAST_AMOUNT) return undefined;
      return { subject: `${bank} ${accountNumber}`, time: period, rest: `${counterparty} ${debit} ${credit}` };
    }
    case 'invoices': {
      const { seller, buyer, period, total } = record;
      return total < LEAST_AMOUNT ? undefined : { subject: `${seller} ${buyer}`, time: period, rest: String(total) };
    }
    case 'devices':
    case 'subscribers':
    case 'suspicious-accounts':
      return undefined;
  }
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

  add(record: FeedRecord): void {
    const parts = partsOf(record);
    if (!parts) return;
    const order = orderOf(parts.rest);
    if (order >= this.#until) return;
    const known = this.#sampled.get(parts.rest);
    if (known) known.rows += 1;
    else this.#sampled.set(parts.rest, { ...parts, order, rows: 1 });
    if (this.#sampled.size >= MOST_SAMPLED * 4) this.#reduce();
  }

  /** @param reference makes a keyed reference of a text, since a content may identify a person */
  sample(reference: (text: string) => string): RowSample | undefined {
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
    return { until: this.#until, rows };
  }

  #reduce(): void {
    if (this.#sampled.size <= MOST_SAMPLED) return;
    const sorted = [...this.#sampled].sort(([, a], [, b]) => a.order - b.order);
    this.#until = sorted[MOST_SAMPLED]?.[1].order ?? this.#until;
    for (const [rest, { order }] of sorted) if (order >= this.#until) this.#sampled.delete(rest);
  }
}

/** FNV-1a, 32 bits. */
function orderOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  return hash >>> 0;
}
