import type { Receipt, RepairGroup } from '#shared/contracts/receipt.ts';
import type { ConfirmedHeading } from '#shared/contracts/feeds/confirmed-heading.ts';
import type { Column } from '#shared/contracts/feeds/column.ts';
import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import { lackingColumns, unreadColumnsSentence } from '#shared/contracts/feeds/unread-columns.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { type Rejection, rejectionsKey } from '#shared/tables/rejections.ts';
import type { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { UnfitHeadings } from './rows/find-headings.ts';
import { FileCoverage } from './file-coverage.ts';
import type { ReadFilePorts } from './ports.ts';
import { type ReadFact, recordFacts, recordRepairs } from './record-facts.ts';
import { RowsNotCounting } from './rows-not-counting.ts';
import { RepairTally } from './repair-tally.ts';
import { CreditByMonth } from './credit-by-month.ts';
import { ConcernedByRows } from './concerned.ts';
import { writePart } from './drop-manifest.ts';

/** What a run of the reader has read of a drop. */
export interface RowsReading {
  readonly drop: Drop;
  readonly unknownColumns: readonly string[];
  readonly lackingColumns: NonNullable<Receipt['lackingColumns']>;
  readonly skippedSheets: readonly string[];
  /** What was not read of these, in one sentence. */
  readonly unreadColumns?: string | undefined;
  /** The headings that were read as a person has confirmed them. */
  readonly confirmed: readonly ConfirmedHeading[];
  /** What its tables leave open although they are whole. */
  readonly asks: readonly string[];
  readonly repairedAlike: readonly RepairGroup[];
  /** Its accepted rows that do not count, and why. */
  readonly notCounting: Pick<RowsNotCounting, 'waiting' | 'unused' | 'registeredLater'>;
  readonly unreadable?: UnreadableFile | undefined;
}

export const NOTHING_REPORTED = {
  unknownColumns: [],
  lackingColumns: [],
  skippedSheets: [],
  confirmed: [],
  asks: [],
  repairedAlike: [],
  notCounting: { waiting: 0, unused: 0, registeredLater: [] },
};

/** The number of rows written at once. */
const BATCH_ROWS = 500;
/** The number of rejected rows that the receipt lists: a hostile file may have a million of them, and nobody reads so many. */
const MOST_LISTED = 50_000;
/** Rows between two checkpoints; their messages are sent before the rows count as done. */
const CHECKPOINT_ROWS = 25_000;

/** The feeds of which the registration office checks single repairs. */
const areOfTheOffice = (feed: string): boolean => feed === 'registrations' || feed === 'activities';

/** The rows that a run of the reader has read of a file: it writes them and records how far it is. */
export class ReadingRun {
  unreadable: UnreadableFile | undefined;
  /** The tally includes the rows of earlier runs, because a kind of repair may have become frequent only later in the file. */
  readonly repairs = new RepairTally();
  /** It includes the rows of earlier runs, too. */
  readonly notCounting: RowsNotCounting;
  readonly #ports: ReadFilePorts;
  #saved: Drop;
  #counts: Drop['counts'];
  readonly #started: number;
  readonly #covered: FileCoverage;
  readonly #credit: CreditByMonth;
  readonly #unknownColumns = new Set<string>();
  readonly #lacking = new Set<Column>();
  readonly #skippedSheets = new Set<string>();
  readonly #confirmed = new Set<ConfirmedHeading>();
  readonly #asks = new Set<string>();
  #records: ReadFact[] = [];
  #rejected: (Rejection & { ordinal: number })[] = [];
  #concerned = new ConcernedByRows();
  #writing: Promise<void> = Promise.resolve();

  constructor(start: Drop, ports: ReadFilePorts) {
    this.#ports = ports;
    this.#saved = start;
    this.#counts = { ...start.counts };
    this.#started = start.counts.read;
    this.#covered = new FileCoverage(start.covered, start.subjects ?? {}, start.months ?? {});
    this.#credit = new CreditByMonth(start.credit ?? {});
    this.notCounting = new RowsNotCounting(ports.rulesClock.today());
  }

  opened({
    unknownColumns,
    lacking = [],
    skippedSheets,
    confirmed = [],
    asks,
  }: Omit<Extract<FeedEvent, { type: 'opened' }>, 'type' | 'rows'>): void {
    // A cell that should be a heading may contain a personal number
    for (const column of unknownColumns) this.#unknownColumns.add(maskNumbers(column));
    for (const column of lacking) this.#lacking.add(column);
    for (const one of confirmed) this.#confirmed.add(one);
    if (asks !== undefined) this.#asks.add(asks);
    for (const sheet of skippedSheets) this.#skippedSheets.add(maskNumbers(sheet));
  }

  add(event: Exclude<FeedEvent, { type: 'opened' }>, ordinal: number, today: string): void {
    this.#counts.read += 1;
    if (event.type === 'rejected') {
      const { type: _type, ...rejection } = event;
      this.#counts.rejected += 1;
      if (this.#counts.rejected <= MOST_LISTED) this.#rejected.push({ ...rejection, ordinal });
      return;
    }
    this.#counts.accepted += 1;
    this.#counts.repaired += event.repairs.length;
    if (event.startsCompany) this.#counts.companies += 1;
    const { feed, file, version } = this.#saved;
    const from = { file: `${feed}/${file}`, row: event.row, ...(event.sheet && { sheet: event.sheet }), version };
    for (const record of event.records) {
      this.#records.push({ record, from });
      this.#covered.add(record, today);
      this.#credit.add(record, today);
      this.#concerned.add(record, this.#ports.hash);
    }
  }

  get batchIsFull(): boolean {
    return this.#records.length + this.#rejected.length >= BATCH_ROWS;
  }

  get checkpointIsDue(): boolean {
    return this.#counts.read - this.#saved.counts.read >= CHECKPOINT_ROWS;
  }

  /** Call this for a row that no earlier run has done. */
  get isFurther(): boolean {
    return this.#counts.read > this.#started;
  }

  /** Records the rows read until now, from which another run continues the file. */
  async stop(): Promise<'goes on'> {
    await this.write();
    await this.checkpoint();
    return 'goes on';
  }

  /** Begins to write the rows once those before are written; the next ones are read meanwhile. */
  async write(): Promise<void> {
    await this.#writing;
    this.#writing = this.#store(this.#records, this.#rejected);
    // Whoever waits for the write gets its error
    this.#writing.catch(() => {});
    [this.#records, this.#rejected] = [[], []];
  }

  /** Waits for the last write. */
  written(): Promise<void> {
    return this.#writing;
  }

  async #store(records: readonly ReadFact[], rejected: readonly (Rejection & { ordinal: number })[]): Promise<void> {
    const { factsUntil } = this.#saved;
    await Promise.all([
      recordFacts(records, factsUntil, this.#ports),
      this.#ports.rejections.record(rejectionsKey(this.#saved), rejected, factsUntil),
    ]);
  }

  /**
   * Writes what is left of the file's rows, and the repairs of rare kinds as facts of their companies, which the office
   * checks one by one.
   */
  async finish(): Promise<RowsReading> {
    await this.write();
    await this.#record();
    if (this.unreadable instanceof UnfitHeadings) {
      const { unknownColumns, lacking } = this.unreadable;
      this.opened({ unknownColumns, lacking, skippedSheets: [] });
    }
    const { feed, file, version, factsUntil } = this.#saved;
    // A bank's repairs concern only the bank, and its receipt lists them
    const few = areOfTheOffice(feed) ? this.repairs.few : [];
    await recordRepairs(few, { file: `${feed}/${file}`, version }, factsUntil, this.#ports);
    const unread = {
      unknownColumns: [...this.#unknownColumns],
      lackingColumns: lackingColumns([...this.#unknownColumns], [...this.#lacking]),
      skippedSheets: [...this.#skippedSheets],
    };
    return {
      drop: this.#saved,
      ...unread,
      unreadColumns: unreadColumnsSentence(unread),
      confirmed: [...this.#confirmed],
      asks: [...this.#asks],
      repairedAlike: areOfTheOffice(feed) ? this.repairs.many : this.repairs.all,
      notCounting: this.notCounting,
      unreadable: this.unreadable,
    };
  }

  /** Stores how far the drop is read. Another reader of the same drop may be further, and its record then stays. */
  async checkpoint(): Promise<void> {
    const next = await this.#record();
    await this.#ports.files.change(next, (stored) =>
      stored?.state === 'reading' && stored.counts.read < next.counts.read ? next : undefined,
    );
  }

  /** Whom the rows concern is written after their facts and before the drop is recorded to be so far. */
  async #record(): Promise<Drop> {
    await this.written();
    const { counts, parts } = this.#saved;
    const { read } = this.#counts;
    if (read > counts.read)
      await writePart(this.#saved, { from: counts.read, to: read }, this.#concerned.all, this.#ports);
    this.#concerned = new ConcernedByRows();
    this.#saved = {
      ...this.#saved,
      counts: { ...this.#counts },
      covered: this.#covered.spans,
      subjects: this.#covered.endPart(),
      months: this.#covered.months,
      credit: { ...this.#credit.byMonth },
      parts: read > counts.read ? [...parts, read] : parts,
      movedAt: this.#ports.now().toISOString(),
    };
    return this.#saved;
  }
}
