import { guard, type Guard } from '../guard.ts';

/** The guards of facts that other files have said too, and of what leads to facts. */
export const OTHERS_AGAIN_GUARDS: readonly Guard[] = [
  guard(
    'other files are read again before a corrected file counts as read',
    'functions/1-read-file/finish-file.ts',
    "  await restoreFactsOfOthers(stopped ? { ...progress, state: 'stopped' } : progress, dropped.bucket, ports);\n  if (stopped) {",
    '  if (stopped) {',
  ),
  guard(
    'files of the same days are read again',
    'functions/1-read-file/read-others-again.ts',
    '(deleted === undefined || isInSameYears(covered, deleted))',
    'deleted === undefined',
  ),
  guard(
    'it is stored that facts of a file are being deleted',
    'shared/tables/files.ts',
    'await changeItem(db, table, { feed: DELETED, file }, noteIn,',
    'await (async () => undefined)(db, table, { feed: DELETED, file }, noteIn,',
  ),
  guard(
    'who declared a person or has an account is found by the number',
    'functions/1-read-file/record-facts.ts',
    '    tables.links.record(facts.links, expiresAt),\n',
    '',
  ),
  guard(
    'an old number leads to its person',
    'shared/tables/police-records.ts',
    'if (oldNumber && oldNumber !== documentNumber)\n      items.push({',
    'if (oldNumber === documentNumber && oldNumber !== undefined)\n      items.push({',
  ),
  guard(
    'the receipt of a file that is left out is archived',
    'functions/1-read-file/leave-out.ts',
    '  await writeReceipt(receipt, key, ports);\n',
    '',
  ),
  guard(
    'the sender of a file that is left out finds so',
    'functions/1-read-file/leave-out.ts',
    '  await writeOutbox(receipt, ports.rejections.of(key), outboxStem(location), { ...ports, open });\n',
    '',
  ),
];
