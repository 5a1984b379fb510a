import { guard } from './guard.ts';

const ASSESS = 'functions/3-assess-company/assess-company.ts';
const READ_FILE = 'functions/1-read-file/read-file.ts';
const APPEND = 'functions/append-entries/append-entries.ts';
const PUBLISH = 'functions/append-entries/publish-page.ts';
const DOSSIER = 'functions/issue-dossier/issue-dossier.ts';
const WORKER = 'shared/runtime/sqs-worker.ts';

/** What keeps writes, messages, the log and the dossiers whole. */
export const MORE_GUARDS = [
  // Every conditional write
  guard(
    'a conditional write knows its own write again',
    'shared/tables/conditional-write.ts',
    'if (error instanceof ConditionalCheckFailedException) return own();',
    'if (error instanceof ConditionalCheckFailedException) return undefined;',
  ),
  // Readers and verifiers
  guard(
    'a reader that was overtaken gives its message back',
    'functions/1-read-file/newest-drop.ts',
    "if (standing?.version !== version || standing.state === 'reading') throw new ReaderOvertaken();",
    'void standing;',
  ),
  guard(
    'a file whose time ends is carried on',
    READ_FILE,
    'await ports.carryOn([messageOf(dropped)]);\n    return;',
    '',
  ),
  guard(
    'rows are written before they count as done',
    'functions/1-read-file/read-rows.ts',
    '  async stop(): Promise<RowsReading> {\n    await this.write();',
    '  async stop(): Promise<RowsReading> {',
  ),
  guard(
    'a verification that was overtaken gives its message back',
    'functions/2-verify-people/verify-people.ts',
    'throw new VerificationOvertaken();',
    'void 0;',
  ),
  guard(
    'an assessment that was overtaken gives its message back',
    ASSESS,
    'throw new AssessmentOvertaken();',
    'void 0;',
  ),
  guard(
    'only the assessment that was told counts as told',
    'shared/tables/assessments.ts',
    "when: 'gatheredAt = :mine',",
    "when: 'gatheredAt = :mine OR attribute_exists(gatheredAt)',",
  ),
  guard(
    'a batch that a feed or a survey overtook is assessed again',
    'functions/3-assess-company/handler.ts',
    'await catchUp(received, batch, ports);',
    '',
  ),
  guard(
    'a company claims its values before it writes them',
    'functions/3-assess-company/share-values.ts',
    'isToWrite ? await ports.links.claim(member.enterpriseCode, links, ports.expiry()) : []',
    '[]',
  ),
  // Messages
  guard(
    'a message that SQS goes on refusing is an error',
    'shared/clients/queue.ts',
    "? { status: 'rejected', reason: new MessagesNotSent(refused.get(Id)) }",
    "? { status: 'fulfilled', value: undefined }",
  ),
  guard('what can never succeed is kept before it is done', WORKER, 'await park(record, reason);', 'void park;'),
  guard('of messages of one content the newest counts', WORKER, 'new Date(Math.max(', 'new Date(Math.min('),
  guard(
    'a message that was handed over before is handled anew',
    WORKER,
    'const wasReceived = (record: SQSRecord) => Number(record.attributes.ApproximateReceiveCount) > 1;',
    'const wasReceived = (_record: SQSRecord) => false;',
  ),
  // Notices and replies
  guard(
    'a notice is delivered once it is issued',
    'functions/5-notify-banks/notify-bank.ts',
    'if (mustBeDelivered(notice)) await ports.deliver([{ receiver, noticeId: notice.noticeId }]);',
    '',
  ),
  guard(
    'a notice to the police is entered in the log',
    'functions/4-notify-police/notify-police.ts',
    "await ports.enter([noticeEntry(notice, 'function:4-notify-police')]);",
    '',
  ),
  guard(
    'a notice to a bank is entered in the log',
    'functions/5-notify-banks/notify-bank.ts',
    "await ports.enter([noticeEntry(notice, 'function:5-notify-banks')]);",
    '',
  ),
  guard(
    'a decision is entered in the log',
    'functions/record-reply/record-reply.ts',
    'await ports.enter(answerEntries(item));',
    '',
  ),
  guard(
    'a verdict is entered in the log',
    ASSESS,
    'if (before?.assessmentId !== assessed.assessmentId) await ports.enter([verdictEntry(assessed, before, ports)]);',
    '',
  ),
  guard('a dossier is entered in the log', DOSSIER, 'await ports.enter([dossierEntry(notice, checksums.files)]);', ''),
  guard(
    'the checksums of a dossier come last',
    DOSSIER,
    '  await Promise.all(files.map(put));\n  const checksums = checksumsOf(files);\n  await put(json(CHECKSUMS_FILE, checksums));',
    '  const checksums = checksumsOf(files);\n  await put(json(CHECKSUMS_FILE, checksums));\n  await Promise.all(files.map(put));',
  ),
  guard(
    'a dossier that was written is entered by the next try',
    DOSSIER,
    'await ports.enter([dossierEntry(notice, DossierChecksums.parse(JSON.parse(whole)).files)]);',
    '',
  ),
  guard(
    'a delivery is written over what was read alone',
    'shared/tables/deliveries.ts',
    "{ when: 'revision = :before', values: { ':before': before.revision } }",
    "{ when: 'revision = :before OR attribute_exists(revision)', values: { ':before': before.revision } }",
  ),
  // The log
  guard(
    'the head of the log moves on from what was read alone',
    'shared/tables/log.ts',
    'when: `#size = :size AND attempt = :attempt AND attribute_exists(checkpoint) AND ',
    'when: `(#size = :size OR attempt = :attempt OR attribute_exists(part)) AND attribute_exists(checkpoint) AND ',
  ),
  guard(
    'a head without its tiles is completed by whoever comes next',
    APPEND,
    'if (!head || head.checkpoint !== undefined) return',
    'if (!head || head.size > 0) return',
  ),
  guard(
    'what the log has already is not entered again',
    APPEND,
    'return entries.filter(({ id }) => !places.has(id) && !recent.has(id));',
    'return entries.slice(0, places.size + recent.size + entries.length);',
  ),
  guard(
    'the newest checkpoint is put where it is missing',
    APPEND,
    'if (before) await repairCheckpoint(before, ports);',
    '',
  ),
  guard(
    "the log's keys lie there before its head counts",
    PUBLISH,
    'if (page.start === 0) await objects.put(',
    'await log.publish(head, checkpoint);\n  if (page.start === 0) await objects.put(',
  ),
  guard(
    'a page is part of the log where the next one says so',
    'shared/tables/log.ts',
    'const isNext = page.attempt === attempt;',
    'const isNext = page.attempt !== undefined;',
  ),
];
