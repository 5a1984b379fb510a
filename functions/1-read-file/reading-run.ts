import type { Receipt, RepairGroup } from '#shared/contracts/receipt.ts';
import type { Column } from '#shared/contracts/feeds/column.ts';
import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import { lackingColumns } from '#shared/contracts/feeds/unread-columns.ts';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { FileDrop } from '#shared/tables/superseded.ts';
import { type Rejection, rejectionsKey } from '#shared/tables/rejections.ts';
import type { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { FileCoverage } from './file-coverage.ts';
import type { ReadFilePorts } from './ports.ts';
import { type ReadFact, recordFacts, recordRepairs } from './record-facts.ts';
import { LaterRegistrations } from './later-registrations.ts';
import { RepairTally } from './repair-tally.ts';
import { supersedeFacts } from './supersede-facts.ts';
import { takeBackDrops } from './take-back-drops.ts';
import { CreditByMonth } from './credit-by-month.ts';
import { ConcernedCompanies } from './concerned-companies.ts';

export interface RowsReading {
  /** The codes of companies whose registration is dated after the rules' date. */
  readonly registeredLater: readonly string[];
  readonly outcome: 'to_its_end' | 'out_of_time' | 'overtaken' | 'stopped';
  readonly progress: FileReadProgress;
  readonly unknownColumns: readonly string[];
  readonly lackingColumns: NonNullable<Receipt['lackingColumns']>;
  readonly skippedSheets: readonly string[];
  readonly repairedAlike: readonly RepairGroup[];
  readonly unreadable?: UnreadableFile | undefined;
}

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
  /** The number of registrations dated after the rules' date. */
  readonly later: LaterRegistrations;
  readonly #ports: ReadFilePorts;
  #saved: FileReadProgress;
  #counts: FileReadProgress['counts'];
  readonly #started: number;
  readonly #covered: FileCoverage;
  readonly #credit: CreditByMonth;
  readonly #unknownColumns = new Set<string>();
  readonly #lacking = new Set<Column>();
  readonly #skippedSheets = new Set<string>();
  #records: ReadFact[] = [];
  #rejected: (Rejection & { ordinal: number })[] = [];
  #touched = new ConcernedCompanies();
  #deletionNoted: Promise<void> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(start: FileReadProgress, ports: ReadFilePorts) {
    this.#ports = ports;
    this.#saved = start;
    this.#counts = { ...start.counts };
    this.#started = start.counts.read;
    this.#covered = new FileCoverage(start.covered);
    this.#credit = new CreditByMonth(start.credit ?? {});
    this.later = new LaterRegistrations(ports.rulesClock.today());
  }

  opened({ unknownColumns, lacking = [], skippedSheets }: Extract<FeedEvent, { type: 'opened' }>): void {
    // A cell that should be a heading may contain a personal number
    for (const column of unknownColumns) this.#unknownColumns.add(maskNumbers(column));
    for (const column of lacking) this.#lacking.add(column);
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
      this.#touched.add(record, this.#ports.hash);
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
  async stop(): Promise<RowsReading> {
    await this.write();
    return this.reading((await this.checkpoint()) ? 'out_of_time' : 'overtaken');
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
    await Promise.all([
      recordFacts(records, this.#ports),
      this.#ports.rejections.record(rejectionsKey(this.#saved), rejected, this.#ports.expiry()),
    ]);
    if (this.#saved.again !== true) return;
    const { companies, documentNumbers } = await supersedeFacts(records, this.#drop, this.#ports);
    for (const code of companies) this.#touched.addCompany(code);
    for (const number of documentNumbers) this.#touched.addDocument(number, this.#ports.hash);
  }

  /** Takes back what earlier drops of the file said, where this one replaces them as a whole. */
  async takeBackEarlier(): Promise<void> {
    const { replacesEarlier, replaces: only } = this.#saved;
    if (replacesEarlier) await takeBackDrops({ ...this.#drop, only }, this.#ports);
  }

  get #drop(): FileDrop {
    const { feed, file, version } = this.#saved;
    return { file: `${feed}/${file}`, version, onDeletion: () => this.#noteDeletion() };
  }

  /** The next reader of the file finds the note where this one is ended. It is written once, which saves writes. */
  #noteDeletion(): Promise<void> {
    const { file, version } = this.#drop;
    this.#deletionNoted ??= this.#ports.files.noteDeletion(file, version);
    return this.#deletionNoted;
  }

  /** Writes the repairs of rare kinds as facts of their companies, which the office checks one by one. */
  async writeRepairs(): Promise<void> {
    const { feed, file } = this.#saved;
    // A bank's repairs concern only the bank, and its receipt lists them
    const few = areOfTheOffice(feed) ? this.repairs.few : [];
    await recordRepairs(few, `${feed}/${file}`, this.#ports);
    for (const { enterpriseCode } of few) if (enterpriseCode !== undefined) this.#touched.addCompany(enterpriseCode);
  }

  /**
   * False where another reader of the same drop is further, so that this one must stop. This only saves writing what is
   * read again.
   */
  async checkpoint(): Promise<boolean> {
    await this.written();
    await this.#touched.notifySteps(this.#ports);
    this.#touched = new ConcernedCompanies();
    const totals = { covered: this.#covered.spans, credit: this.#credit.byMonth };
    const next = { ...this.#saved, counts: { ...this.#counts }, ...totals };
    if (!(await this.#ports.files.advance(next, this.#saved))) return false;
    this.#saved = next;
    return true;
  }

  reading(outcome: RowsReading['outcome']): RowsReading {
    return {
      outcome,
      progress: this.#saved,
      unknownColumns: [...this.#unknownColumns],
      lackingColumns: lackingColumns([...this.#unknownColumns], [...this.#lacking]),
      skippedSheets: [...this.#skippedSheets],
      repairedAlike: areOfTheOffice(this.#saved.feed) ? this.repairs.many : this.repairs.all,
      registeredLater: this.later.codes,
      unreadable: this.unreadable,
    };
  }
}
