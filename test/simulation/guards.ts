import { guard, type Guard } from './guard.ts';
import { MORE_GUARDS } from './more-guards.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const NEWEST_DROP = 'functions/1-read-file/newest-drop.ts';
const READ_ROWS = 'functions/1-read-file/read-rows.ts';
const VERIFY = 'functions/2-verify-people/verify-people.ts';
const ASSESS = 'functions/3-assess-company/assess-company.ts';
const SHARE = 'functions/3-assess-company/share-values.ts';
const TAKE_REPLY = 'shared/use-cases/replies/take-reply.ts';

/** Conditions, orders of two writes, retries, and what is known again: each keeps the promise that nothing is lost. */
export const GUARDS: readonly Guard[] = [
  // Reading a file
  guard(
    'rows count as done after whom they touch was told',
    READ_ROWS,
    `    await this.#touched.notifySteps(this.#ports);
    this.#touched = new ConcernedCompanies();
    const told = { covered: this.#covered.spans, credit: this.#credit.byMonth };
    const next = { ...this.#saved, counts: { ...this.#counts }, ...told };
    if (!(await this.#ports.files.advance(next, this.#saved))) return false;`,
    `    const told = { covered: this.#covered.spans, credit: this.#credit.byMonth };
    const next = { ...this.#saved, counts: { ...this.#counts }, ...told };
    if (!(await this.#ports.files.advance(next, this.#saved))) return false;
    await this.#touched.notifySteps(this.#ports);
    this.#touched = new ConcernedCompanies();`,
  ),
  guard('rows that are done are not counted again', READ_ROWS, 'if (ordinal <= start.counts.read) continue;', ''),
  guard(
    'an earlier reader of the same drop is read on from',
    READ_FILE,
    'if (isKnown && !isBeingJudged(before)) return before;',
    '',
  ),
  guard(
    'a fault of the connection is no fault of the file',
    READ_ROWS,
    'if (!(error instanceof UnreadableFile)) throw error;\n    run.unreadable = error;',
    "run.unreadable = error instanceof UnreadableFile ? error : new UnreadableFile('broken', '');",
  ),
  guard(
    'the receipt comes before the file counts as read',
    READ_FILE,
    '  await writeReceipt(receipt, rejectionsKey(progress), ports);',
    "  await ports.files.advance({ ...progress, state: unreadable ? 'unreadable' : 'read' }, progress);\n  await writeReceipt(receipt, rejectionsKey(progress), ports);",
  ),
  guard(
    'a feed is heard before its file counts as read',
    READ_FILE,
    '  await announceEnd(end, ports);\n  if (!(await ports.files.advance(end, progress)))',
    '  await ports.files.advance(end, progress);\n  await announceEnd(end, ports);\n  if (!(await ports.files.advance(end, end)))',
  ),
  guard(
    'a feed that was heard is told of',
    'functions/1-read-file/announce-end.ts',
    'if (isCompleted && isAwaited(feed))',
    'if (false)',
  ),
  guard(
    'a reader that finds the file finished leaves no mark that it is being read',
    READ_FILE,
    'if (await ports.files.isBegun(start.feed, start.file)) await announceEnd(start, ports);',
    '',
  ),
  guard(
    'a later drop is read again after a slow reader of an earlier one',
    NEWEST_DROP,
    'return isFollowed ? { ...dropped, version: standing.version, isAnew: true } : dropped;',
    'return dropped;',
  ),
  guard(
    'a progress is written over what was read alone',
    'shared/tables/files.ts',
    "when: '#version = :version AND #counts.#read = :read AND #state = :state',",
    "when: 'attribute_exists(feed) OR #version = :version OR #counts.#read = :read OR #state = :state',",
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
  // Batches, retries and messages
  guard(
    'what a batch of writes hands back is sent again',
    'shared/tables/batch-write.ts',
    'left = UnprocessedItems?.[table] ?? [];',
    'left = [];',
  ),
  guard(
    'what a batch of reads hands back is asked again',
    'shared/tables/batch-get.ts',
    'left = z.array(z.record(z.string(), z.string())).parse(UnprocessedKeys?.[table]?.Keys ?? []);',
    'left = [];',
  ),
  guard(
    'a message that SQS refuses is sent again',
    'shared/clients/queue.ts',
    'for (const { Id, Code } of Failed) refused.set(Id, Code);',
    '',
  ),
  guard(
    'a failed message goes back',
    'shared/runtime/sqs-worker.ts',
    'failures.push({ itemIdentifier: record.messageId });',
    '',
  ),
  guard(
    'an error of a part is an error of the whole',
    'shared/runtime/in-parallel.ts',
    'if (errors.length > 0) throw errors[0];',
    '',
  ),
  guard(
    'only what is not there counts as gone',
    'shared/clients/object-store.ts',
    'if (error instanceof NoSuchKey) return undefined;\n      throw error;',
    'return undefined;',
  ),
  // Verifying and assessing
  guard(
    'a verification is recorded before its company is asked for',
    VERIFY,
    '  if (!(await ports.verifications.record(',
    '  await ports.assess([{ enterpriseCode }]);\n  if (people.length > 0) ports = { ...ports, assess: async () => undefined };\n  if (!(await ports.verifications.record(',
  ),
  guard(
    'a verification gives way to one of later facts',
    'shared/tables/verifications.ts',
    "when: 'attribute_not_exists(enterpriseCode) OR gatheredAt <= :mine',",
    "when: 'attribute_not_exists(enterpriseCode) OR attribute_exists(gatheredAt) OR gatheredAt <= :mine',",
  ),
  guard(
    'who was verified while police data were heard is verified again',
    'functions/2-verify-people/handler.ts',
    "if (policeData !== 'whole' && (await policeDataCovered(ports)) !== policeData)",
    'if (false)',
  ),
  guard(
    'an assessment gives way to one of later facts',
    'shared/tables/assessments.ts',
    "when: 'attribute_not_exists(enterpriseCode) OR gatheredAt <= :mine',",
    "when: 'attribute_not_exists(enterpriseCode) OR attribute_exists(gatheredAt) OR gatheredAt <= :mine',",
  ),
  guard(
    'a message is spoken for by an assessment of facts after it alone',
    ASSESS,
    'if (!notified || Date.parse(gatheredAt) <= sentAt.getTime() + CLOCK_SKEW_MS) return false;',
    'if (!notified) return false;',
  ),
  guard(
    'a message is spoken for by an assessment that was told alone',
    ASSESS,
    'if (!notified || Date.parse(gatheredAt) <=',
    'if (Date.parse(gatheredAt) <=',
  ),
  guard(
    'an assessment counts as told after it was told',
    ASSESS,
    '  await ports.notifyPolice(recipients.police, ports.settlingSeconds);',
    '  await assessments.markNotified(assessed);\n  await ports.notifyPolice(recipients.police, ports.settlingSeconds);',
  ),
  guard(
    'after an assessment that was perhaps never told all are told',
    'functions/3-assess-company/recipients.ts',
    'if (before && !before.notified)',
    'if (false)',
  ),
  guard(
    'the members of a band are told of its change',
    SHARE,
    'await assess(others.map((code) => ({ enterpriseCode: code })));',
    '',
  ),
  guard('a band is told again until it counts as told', SHARE, 'if (same && before.notified) {', 'if (same) {'),
  guard(
    'a band is written over what was read alone',
    'shared/tables/links.ts',
    "{ when: 'revision = :before', values: { ':before': revision } }",
    "{ when: 'revision = :before OR attribute_exists(revision)', values: { ':before': revision } }",
  ),
  guard(
    'values that a company leaves are taken back',
    SHARE,
    'ports.links.remove(left.map(',
    'ports.links.remove([].map(',
  ),
  // Notices
  guard(
    'a notice has one id for each matter',
    'shared/tables/notices.ts',
    'contentId({ receiver, subject });',
    'contentId({ receiver, subject, at: Math.random() });',
  ),
  guard(
    'a notice is written over what was read alone',
    'shared/tables/notices.ts',
    "    '#sequence = :sequence',\n    'handlingStatus = :handlingStatus',",
    "    '(#sequence = :sequence OR attribute_exists(noticeId))',\n    '(handlingStatus = :handlingStatus OR attribute_exists(noticeId))',",
  ),
  guard(
    'a message whose notice was overtaken goes back',
    'shared/use-cases/reconcile-notice.ts',
    'if (!(await notices.write(next, before))) throw new NoticeOvertaken();',
    'if (!(await notices.write(next, before))) return before;',
  ),
  guard(
    'what stands already is said again',
    'shared/use-cases/reconcile-notice.ts',
    'if (!next || !(await isReleased(next, before))) return before;',
    'if (!next || !(await isReleased(next, before))) return undefined;',
  ),
  guard(
    'a dossier is issued with its notice',
    'functions/4-notify-police/notify-police.ts',
    'await ports.issueDossier([{ noticeId, sequence }]);',
    '',
  ),
  guard(
    'a notice waits until its verdict has settled',
    'functions/4-notify-police/notify-police.ts',
    'if (wait > 0) return ports.notifyLater([message], wait);',
    'if (wait > 0) return;',
  ),
  // Replies
  guard(
    'a reply that is known already is told on again',
    TAKE_REPLY,
    '  const kept = known ?? (await replies.get(receiver, replyId)) ?? (await record());',
    '  const earlier = known ?? (await replies.get(receiver, replyId));\n  if (earlier) return { replyId };\n  const kept = await record();',
  ),
  guard(
    'a decision that is sent again is known again',
    'shared/use-cases/replies/identify-decision.ts',
    'const isSaidAgain = last?.fingerprint === fingerprint && ',
    'const isSaidAgain = last?.fingerprint === "" && ',
  ),
  guard(
    'a decision has its company asked anew',
    'functions/record-reply/record-decision.ts',
    'await ports.assess([{ enterpriseCode }]);',
    '',
  ),
  guard(
    'a reply holds for the sequence that it names',
    'shared/tables/handling-status.ts',
    'when: `#sequence = :sequence AND (${again}',
    'when: `(#sequence = :sequence OR attribute_exists(noticeId)) AND (${again}',
  ),
  ...MORE_GUARDS,
];
