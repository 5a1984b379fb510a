import { guard, type Guard } from '../guard.ts';

const ASSESS = 'functions/3-assess-company/assess-company.ts';
const APPEND = 'functions/append-entries/append-entries.ts';
const PUBLISH = 'functions/append-entries/publish-page.ts';
const DOSSIER = 'functions/issue-dossier/issue-dossier.ts';

export const LOG_GUARDS: readonly Guard[] = [
  guard(
    'a notice to the police is entered in the log',
    'functions/4-notify-police/notify-police.ts',
    "await ports.enter([noticeEntry(logged, 'function:4-notify-police')]);",
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
    'the head of the log moves on from what was read alone',
    'shared/tables/log.ts',
    'return { when: `${when} AND attribute_exists(checkpoint)`, ...rest };',
    'return { when: `(${when} OR attribute_exists(part)) AND attribute_exists(checkpoint)`, ...rest };',
  ),
  guard(
    'a head without its tiles is completed by whoever comes next',
    APPEND,
    'if (!head || head.checkpoint !== undefined) return',
    'if (!head || head.size > 0) return',
  ),
  guard(
    'entries whose writers are always overtaken go back',
    APPEND,
    'throw new LogOvertaken();',
    'void LogOvertaken;',
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
    'if (newest) await repairCheckpoint(newest, ports);',
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
  guard(
    'a checkpoint is put until no newer one is published',
    PUBLISH,
    '    if (published === undefined || published === newest) return;\n    newest = published;',
    '    void published;\n    return;',
  ),
  guard(
    'the pointers to entries lie there before the head counts',
    PUBLISH,
    '  await log.remember(page, new Map(lookedUp), expiry());\n',
    '  void [lookedUp, expiry];\n',
  ),
  guard(
    'a page that lacks entries of its head is not signed',
    PUBLISH,
    'if (opened.length !== head.size - page.start) throw new PageBroken();',
    'void PageBroken;',
  ),
  guard(
    'a checkpoint is put once the head is published with it',
    PUBLISH,
    '  await log.publish(head, checkpoint);\n  await putNewest(checkpoint, ports);',
    '  await putNewest(checkpoint, ports);\n  await log.publish(head, checkpoint);',
  ),
  guard(
    'whoever finds all entries in the log reads its head once more',
    APPEND,
    '      const newest = await publishedHead(ports);\n',
    '      const newest = before;\n',
  ),
  guard(
    'a page of the log fits into an item of its table',
    APPEND,
    'if (size > room) {',
    'if (size > room && pages.length === 0) {',
  ),
  guard(
    'entries that are not found by their ids are looked for in the last pages',
    APPEND,
    'hasOthers ? log.lastPages(PAGES_LOOKED_BACK) : [],',
    'hasOthers ? [] : [],',
  ),
];
