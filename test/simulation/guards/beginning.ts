import { guard, type Guard } from '../guard.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const FINISH = 'functions/1-read-file/finish-file.ts';
const ACCOUNTS = 'shared/tables/accounts.ts';

/** The guards of how readings begin and end, and of numbers of accounts without zeros. */
export const BEGINNING_GUARDS: readonly Guard[] = [
  guard(
    'rows are written once their reading is begun',
    READ_FILE,
    'if (await ports.files.advance(begun, before)) return begun;',
    'if (await ports.files.advance(begun, before).then(() => true)) return begun;',
  ),
  guard(
    'a decision about a drop holds when the drop is read anew',
    READ_FILE,
    'replacesEarlier: isAnew ? before?.replacesEarlier : known?.replacesEarlier,',
    'replacesEarlier: known?.replacesEarlier,',
  ),
  guard(
    'a reader that finds its drop read looks for facts that another one has deleted',
    READ_FILE,
    '      await restoreFactsOfOthers(start, dropped.bucket, ports);\n      if',
    '      if',
  ),
  guard(
    'a reader that could not end a file looks who has',
    FINISH,
    'if (!(await ports.files.advance(endedNow(end, ports), progress))) await leaveToOther(dropped, location, ports);',
    'await ports.files.advance(endedNow(end, ports), progress);',
  ),
  guard(
    'the bank of an account is asked about that was listed by its number without zeros',
    'functions/1-read-file/concerned-companies.ts',
    'notifyBanks([...new Set([...this.#listed, ...listed])]',
    'notifyBanks([...new Set([...this.#listed, ...listed.slice(listed.length)])]',
  ),
  guard(
    'facts of earlier drops are looked for under the number without zeros',
    ACCOUNTS,
    '[accountRef, ...(readingRef ? [readingRef] : [])]',
    "[accountRef, ...(readingRef === '' ? [readingRef] : [])]",
  ),
  guard(
    'what leads to an account is written again after facts of it were taken back',
    ACCOUNTS,
    '    await batchWrite(db, table, putRequests(leading, keyOf));\n  },',
    '    void leading;\n  },',
  ),
  guard(
    'the announcement of a file that is gone is parked',
    READ_FILE,
    "  if (!body) throw new NeverPossible('object_gone');\n  if (isManifest",
    '  if (!body) return;\n  if (isManifest',
  ),
];
