import { guard, type Guard } from '../guard.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const FINISH_FILE = 'functions/1-read-file/finish-file.ts';
const READ_ROWS = 'functions/1-read-file/read-rows.ts';
const READING_RUN = 'functions/1-read-file/reading-run.ts';

export const READING_GUARDS: readonly Guard[] = [
  guard(
    'rows count as done after whom they touch was told',
    READING_RUN,
    `    await this.#touched.notifySteps(this.#ports);
    this.#touched = new ConcernedCompanies();
    const totals = { covered: this.#covered.spans, credit: this.#credit.byMonth };
    const next = { ...this.#saved, counts: { ...this.#counts }, ...totals };
    if (!(await this.#ports.files.advance(next, this.#saved))) return false;`,
    `    const totals = { covered: this.#covered.spans, credit: this.#credit.byMonth };
    const next = { ...this.#saved, counts: { ...this.#counts }, ...totals };
    if (!(await this.#ports.files.advance(next, this.#saved))) return false;
    await this.#touched.notifySteps(this.#ports);
    this.#touched = new ConcernedCompanies();`,
  ),
  guard('rows that are done are not counted again', READ_ROWS, 'if (ordinal <= start.counts.read) continue;', ''),
  guard(
    'an earlier reader of the same drop is read on from',
    READ_FILE,
    'if (known && !isBeingJudged(known)) return known;',
    '',
  ),
  guard(
    'a fault of the connection is no fault of the file',
    READ_ROWS,
    'if (!(error instanceof UnreadableFile)) {\n      await Promise.allSettled([run.written()]);\n      throw error;\n    }\n    run.unreadable = error;',
    "run.unreadable = error instanceof UnreadableFile ? error : new UnreadableFile('broken', '');",
  ),
  guard(
    'the receipt comes before the file counts as read',
    FINISH_FILE,
    '  await writeReceipt(receipt, rejectionsKey(progress), ports, progress.listedBefore);',
    "  await ports.files.advance({ ...progress, state: unreadable ? 'unreadable' : 'read' }, progress);\n  await writeReceipt(receipt, rejectionsKey(progress), ports, progress.listedBefore);",
  ),
  guard(
    'a feed is heard before its file counts as read',
    FINISH_FILE,
    '  await recordFileEnd(end, ports);\n  if (!(await ports.files.advance(endedNow(end, ports), progress)))',
    '  await ports.files.advance(end, progress);\n  await recordFileEnd(end, ports);\n  if (!(await ports.files.advance(endedNow(end, ports), end)))',
  ),
  guard(
    'a feed that was heard is told of',
    'functions/1-read-file/record-file-end.ts',
    'if (isCompleted && isAwaited(feed))',
    'if (false)',
  ),
  guard(
    'a reader that finds the file finished leaves no mark that it is being read',
    READ_FILE,
    'if (await ports.files.isBegun(start.feed, start.file)) {',
    "if (start.state === 'reading') {",
  ),
  guard(
    'a progress is written over what was read alone',
    'shared/tables/files.ts',
    "when: '#version = :version AND startedAt = :startedAt AND #counts.#read = :read AND #state = :state',",
    "when: 'attribute_exists(feed) OR #version = :version OR startedAt = :startedAt OR #counts.#read = :read OR #state = :state',",
  ),
  guard(
    'the coverage of a feed is written over what was read alone',
    'shared/tables/files.ts',
    "when: 'attribute_not_exists(revision) OR revision = :before',",
    "when: 'attribute_not_exists(revision) OR attribute_exists(revision) OR revision = :before',",
  ),
  guard(
    'a rejected row lies under its place in the file',
    'shared/tables/rejections.ts',
    "row: String(ordinal).padStart(9, '0'),",
    "row: String(ordinal).padStart(9, '0') + String(Math.random()),",
  ),
  guard(
    'a fact lies under a key made from its content',
    'shared/tables/companies.ts',
    '`signal#${contentId(fact.signal)}`',
    '`signal#${contentId(fact.signal)}${Math.random()}`',
  ),
  guard('a file whose time ends is carried on', READ_FILE, 'await ports.carryOn([dropped]);\n    return;', ''),
  guard(
    'rows are written before they count as done',
    READING_RUN,
    '  async stop(): Promise<RowsReading> {\n    await this.write();',
    '  async stop(): Promise<RowsReading> {',
  ),
];
