import { guard, type Guard } from '../guard.ts';

const TAKE_BACK = 'functions/1-read-file/take-back-drops.ts';
const LEAVE_OUT = 'functions/1-read-file/leave-out.ts';
const ACCOUNTS = 'shared/tables/accounts.ts';

/** The guards of files that a person takes back, and of companies and accounts that are gone with them. */
export const TAKING_BACK_GUARDS: readonly Guard[] = [
  guard(
    'whom facts concern is stored before the facts are taken back',
    TAKE_BACK,
    '    await files.recordTaken(drops.file, concerned);\n',
    '',
  ),
  guard('those are told whose facts an ended function took back', TAKE_BACK, '  await notify(left, ports);', ''),
  guard('those whose facts were taken back are told', TAKE_BACK, '    await notify(concerned, ports);', ''),
  guard(
    'the earlier drops of a file are taken back where only its last one counts',
    'functions/1-read-file/reading-run.ts',
    '    if (replacesEarlier) await takeBackDrops(',
    "    if (replacesEarlier && this.#saved.file === '') await takeBackDrops(",
  ),
  guard(
    'what other files said too is read again after it was deleted',
    'functions/1-read-file/finish-file.ts',
    "  await restoreFactsOfOthers(stopped ? { ...progress, state: 'stopped' } : progress, dropped.bucket, ports);",
    '  void restoreFactsOfOthers;',
  ),
  guard(
    'a decision that another copy has carried out is not carried out again',
    'functions/1-read-file/release-file.ts',
    '  if (before?.by === by && before.why === why) return undefined;',
    '',
  ),
  guard(
    'a deletion is noted before it is done',
    'shared/tables/superseded.ts',
    '  if (gone.length > 0) await drops.onDeletion?.();',
    '',
  ),
  guard(
    'a feed counts as being read while the last drop of a file is read alone',
    'functions/1-read-file/release-file.ts',
    '    await ports.files.began(folder, fileName, ports.now());\n',
    '',
  ),
  guard(
    'a decision that another function has stored is carried out',
    LEAVE_OUT,
    'if (found?.version === stored.version)',
    "if (found?.version === '')",
  ),
  guard(
    'a decision that was stored before is carried out again',
    LEAVE_OUT,
    '  await takeBackDrops({ file',
    '  if (!stored.leftOut) await takeBackDrops({ file',
  ),
  guard(
    'the receipt of a file that is left out says so',
    LEAVE_OUT,
    '  await writeLeftOut(next, bucket, location, ports);',
    '  void writeLeftOut;',
  ),
  guard(
    'an account of which nothing is left counts as once known',
    ACCOUNTS,
    ', ...taken.slice(0, 1).map(markOnceKnown)]',
    ', ...taken.slice(0, 0).map(markOnceKnown)]',
  ),
  guard(
    'what leads to an account goes with the last fact to which it leads',
    ACCOUNTS,
    '      await inParallel(keys, 8, (key) => removeItem(db, table, key));\n',
    '      void [keys, removeItem];\n',
  ),
  guard(
    'an account that is listed is found by its bank',
    'shared/tables/account-keys.ts',
    'const found = isListing ?',
    'const found = isListing && accountRef === bank ?',
  ),
  guard(
    'an account is found by its number without zeros',
    'shared/tables/account-keys.ts',
    'if (readingRef !== undefined) return [...found, { ...beside, fact: `${POINTER_PREFIX}${accountRef}` }];',
    'if (readingRef !== undefined) return found.filter(() => beside.bank === bank);',
  ),
  guard(
    'the banks of accounts that an untold assessment lost are told',
    'functions/3-assess-company/recipients.ts',
    ', ...(before?.lostAccounts ?? [])]',
    ']',
  ),
  guard(
    'the police are told of a company that is no longer registered',
    'functions/3-assess-company/assess-company.ts',
    '  await ports.notifyPolice([{ enterpriseCode, assessmentId }], ports.settlingSeconds);\n',
    '',
  ),
  guard(
    'a feed counts as being read while a file of it is left out',
    LEAVE_OUT,
    '  await ports.files.began(folder, fileName, ports.now());\n',
    '',
  ),
  guard(
    'the other files of a feed are read again where one is left out',
    LEAVE_OUT,
    '  await readOthersAgain(next, stored.again === true ? undefined : stored.covered, bucket, ports);\n',
    '  void readOthersAgain;\n',
  ),
  guard(
    'those who waited for a feed are asked again once a file is left out',
    LEAVE_OUT,
    '  if (isCompleted && isAwaited(folder)) await ports.sweep(',
    "  if (isCompleted && isAwaited(folder) && fileName === '') await ports.sweep(",
  ),
  guard(
    'the bank of an account is told whose listing is taken back',
    TAKE_BACK,
    'listed: wasListed ? [accountRef] : [],',
    "listed: wasListed && accountRef === '' ? [accountRef] : [],",
  ),
  guard(
    'who declared an old number is told where it is taken back',
    TAKE_BACK,
    'documents: [ref, ...oldRefs].map(documentLinkOf)',
    'documents: [ref, ...oldRefs.slice(oldRefs.length)].map(documentLinkOf)',
  ),
  guard(
    'what a taken drop said itself is taken back too',
    LEAVE_OUT,
    'version: stored.version, own: true }',
    'version: stored.version, own: false }',
  ),
  guard(
    'whom facts concerned is no longer stored once they were told',
    TAKE_BACK,
    '    await files.forgetTaken(drops.file, concerned);\n',
    '',
  ),
  guard(
    'a decision about another drop than the last one changes nothing',
    'functions/1-read-file/release-file.ts',
    'version !== undefined && version !== stored.version',
    "version !== undefined && version === ''",
  ),
  guard(
    'a file that was left out while its end was recorded again is left out once more',
    'functions/1-read-file/newest-drop.ts',
    'if (stored && (stored.leftOut || isLaterDrop(stored.version, dropped.version))) await askAnew(dropped, stored, ports);',
    '',
  ),
];
