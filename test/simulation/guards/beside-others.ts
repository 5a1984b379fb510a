import { guard, type Guard } from '../guard.ts';

const COMPANIES = 'shared/tables/companies.ts';
const FILES = 'shared/tables/files.ts';

/** The guards of what stays where a file is taken back: what other files, other drops and other readers have stored. */
export const BESIDE_OTHERS_GUARDS: readonly Guard[] = [
  guard(
    'the repairs of a file go with its facts',
    COMPANIES,
    '      if (items.some((item) => isOfFile(item) && !gone.includes(item))) return;\n      await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));',
    '      void [isOfFile, gone, repairs];',
  ),
  guard(
    'the repairs of a file go before its facts',
    COMPANIES,
    `    await removeSuperseded(db, table, placed, drops, 'every', async (gone) => {
      if (items.some((item) => isOfFile(item) && !gone.includes(item))) return;
      await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));
    });`,
    `    const gone = await removeSuperseded(db, table, placed, drops, 'every');
    if (items.some((item) => isOfFile(item) && !gone.includes(item))) return;
    await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));`,
  ),
  guard(
    'the repairs of a file stay where facts of it stay',
    COMPANIES,
    '      if (items.some((item) => isOfFile(item) && !gone.includes(item))) return;\n',
    '      void [isOfFile, gone];\n',
  ),
  guard(
    'a reader stores whom its facts concern beside those of another reader',
    FILES,
    '(stored) => together(stored, concerned)',
    '() => concerned',
  ),
  guard(
    'a reader removes from the record only those whom it has told',
    FILES,
    '(stored) => without(stored, concerned)',
    '(stored) => without(stored, stored)',
  ),
  guard(
    'a search key that a version of another file shares gets the name of that file',
    'shared/tables/police-records.ts',
    '      await batchWrite(db, table, putRequests(shared, keyOf));\n',
    '',
  ),
  guard(
    'the repairs of a file that is left out are found by themselves',
    COMPANIES,
    "    await scanDrops(db, table, drops, visit, 'repair');",
    '    await scanDrops(db, table, drops, visit);',
  ),
  guard(
    'a file that was just read is left out once more after its slow readers',
    'functions/1-read-file/newest-drop.ts',
    'const last = ownUntil > othersUntil ? ownUntil : othersUntil;',
    'const last = ownUntil === othersUntil ? ownUntil : othersUntil;',
  ),
  guard(
    'a file that is to restore facts counts as being read',
    'functions/1-read-file/read-others-again.ts',
    '    await ports.files.began(feed, other.file, ports.now());\n',
    '',
  ),
];
