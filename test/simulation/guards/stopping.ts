import { guard, type Guard } from '../guard.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const FILES = 'shared/tables/files.ts';

/** The guards of files that are stopped, and of the days that a feed's files have covered. */
export const STOPPING_GUARDS: readonly Guard[] = [
  guard(
    'nothing of a file counts that is stopped',
    READ_FILE,
    '    if (judgement?.objection && !released) return stoppedReading(start, judgement);\n',
    '    void stoppedReading;\n',
  ),
  guard(
    'a feed waits for another file of the name where one was stopped',
    FILES,
    'reading: isRead ? others : await stoppedMarks(db, table, feed, file).added(others)',
    'reading: isRead ? others : others',
  ),
  guard(
    'a feed waits no longer once a file of the name was read',
    FILES,
    'reading: await stoppedMarks(db, table, feed, file).removed(unended),',
    'reading: unended,',
  ),
  guard(
    'the days that another drop of the same file has covered do not count',
    FILES,
    '.filter((other) => other.file !== file) : undefined;',
    ' : undefined;',
  ),
];
