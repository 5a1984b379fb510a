import { guard, type Guard } from '../guard.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const NEWEST_DROP = 'functions/1-read-file/newest-drop.ts';

/** The guards of files that are dropped again, and of the marks that a file is being read. */
export const DROP_GUARDS: readonly Guard[] = [
  guard(
    'a feed counts as being read before a file of it is judged',
    READ_FILE,
    '  await ports.files.began(folder, fileName, ports.now());\n  const judged',
    '  const judged',
  ),
  guard(
    'a reader without time says once more that its file is being read',
    READ_FILE,
    'await ports.files.began(location.folder, location.fileName, ports.now());\n    log',
    'log',
  ),
  guard(
    'the reader of an earlier drop ends where a later one was begun',
    READ_FILE,
    'if (before && isLaterDrop(before.version, dropped.version)) return unlessFinished(dropped, location, ports);',
    'void isLaterDrop;',
  ),
  guard(
    'a reader that a later drop overtook has that drop read anew',
    NEWEST_DROP,
    'if (stored && isLaterDrop(stored.version, dropped.version)) await askAnew(dropped, stored, ports);\n  else if',
    'if',
  ),
  guard(
    'a later drop is read again after a slow reader of an earlier one',
    NEWEST_DROP,
    'carryOn([{ bucket, key, version, anew: startedAt }]);',
    'Promise.resolve(void [carryOn, bucket, key, version, startedAt]);',
  ),
  guard(
    'a drop is read again once no reader of an earlier one can run',
    NEWEST_DROP,
    '  await carryOn([{ bucket, key, version, anew }], seconds);',
    '  void [carryOn, bucket, key, anew, seconds];',
  ),
  guard(
    'a drop is read again after another copy of an earlier one’s message has ended',
    NEWEST_DROP,
    'return endedAt === undefined ? othersUntil : afterEachReader(new Date(endedAt));',
    'return void endedAt ?? othersUntil;',
  ),
  guard(
    'a drop that is read anew is read again too once no reader of an earlier one can run',
    NEWEST_DROP,
    'before.version === version ? before.othersUntil : readersOfDropUntil',
    'before.version === version ? undefined : readersOfDropUntil',
  ),
  guard(
    'a drop that is to be read anew is read anew, whoever ends meanwhile',
    NEWEST_DROP,
    'else if (stored && isReadingOf(stored, dropped) && stored.state',
    'else if (stored?.version === dropped.version && stored.state',
  ),
  guard(
    'a reader that was overtaken asks for the file again',
    NEWEST_DROP,
    'else await ports.carryOn([dropped], AFTER_OTHER_READER_SECONDS);',
    '',
  ),
  guard(
    'what a later drop said is not taken back by an earlier one',
    'shared/tables/superseded.ts',
    ' && !isLaterDrop(from.version, version)',
    '',
  ),
  guard(
    'what a drop says itself is not taken back',
    'shared/tables/companies.ts',
    'place: said.has(key.fact) ? undefined : place',
    'place',
  ),
  guard(
    'whom a deleted register entry named is stored first',
    'shared/tables/accounts.ts',
    'await batchWrite(db, table, putRequests(holders, keyOf));',
    '',
  ),
  guard(
    'the repairs of an earlier drop go with its rows',
    'shared/tables/companies.ts',
    '    const repairs = placed.filter(({ item }) => RepairedItem.safeParse(item).data?.repair.file === drop.file);\n    await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));',
    '',
  ),
  guard(
    'the search keys of a deleted version go with it',
    'shared/tables/police-records.ts',
    '      await inParallel(everyKey, 8, (key) => removeIf(db, table, key, lastReadIn(drops.file)));',
    '      void [everyKey, removeIf];',
  ),
  guard(
    'the search keys that another file has written again stay',
    'shared/tables/police-records.ts',
    "  when: '#file = :file',",
    "  when: '#file = :file OR #file <> :file',",
  ),
  guard(
    'the old number of a deleted version is stored first',
    'shared/tables/police-records.ts',
    '      await batchWrite(db, table, putRequests(numbers, keyOf));\n',
    '',
  ),
  guard(
    'what an earlier drop said of a company goes',
    'functions/1-read-file/supersede-facts.ts',
    '  await inParallel([...ofCompanies], AT_ONCE, ([code, own]) => companies.supersede(code, own, drop));\n',
    '',
  ),
  guard(
    'what an earlier drop said of an account goes',
    'functions/1-read-file/supersede-facts.ts',
    'const holders = await inParallel([...ofAccounts], AT_ONCE, ([, own]) => accounts.supersede(own, drop));',
    'const holders: (readonly string[])[] = [];',
  ),
];
