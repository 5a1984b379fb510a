import { guard, type Guard } from '../guard.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const OTHERS_AGAIN = 'functions/1-read-file/read-others-again.ts';

/** The guards of drops that follow each other under one name. */
export const ONE_NAME_GUARDS: readonly Guard[] = [
  guard(
    'a file whose readable rows count is not said to be stopped',
    'functions/1-read-file/finish-file.ts',
    '...(stopped && objection && { error: objection }),',
    '...(objection && { error: objection }),',
  ),
  guard(
    'a decision is carried out again that came while the end of a reading was recorded',
    'functions/1-read-file/newest-drop.ts',
    '(stored.leftOut || isLaterDrop(stored.version, dropped.version))',
    'isLaterDrop(stored.version, dropped.version)',
  ),
  guard(
    'a reading that only restores facts is known as such',
    READ_FILE,
    '    restores: known ? known.restores : dropped.restores,\n',
    '',
  ),
  guard(
    'until when other readers may write stays known where a file is judged in several runs',
    READ_FILE,
    '    othersUntil: known?.othersUntil,\n',
    '',
  ),
  guard(
    'a corrected file that is read anew replaces the same drops',
    READ_FILE,
    'replaces: isAnew ? before?.replaces : known?.replaces,',
    'replaces: undefined,',
  ),
  guard(
    'other files are read anew that may have said the same',
    OTHERS_AGAIN,
    'carryOn([{ bucket, key, version, anew, restores: true }])',
    'carryOn([{ bucket, key, version, restores: true }])',
  ),
];
