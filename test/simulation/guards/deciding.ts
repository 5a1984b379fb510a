import { guard, type Guard } from '../guard.ts';

const READ_FILE = 'functions/1-read-file/read-file.ts';
const RELEASE_FILE = 'functions/1-read-file/release-file.ts';
const LEAVE_OUT = 'functions/1-read-file/leave-out.ts';
const FILES = 'shared/tables/files.ts';

/** The guards of files that are judged, stopped and decided on. */
export const DECIDING_GUARDS: readonly Guard[] = [
  guard(
    'a file that is being judged is judged on',
    READ_FILE,
    'if (known && !isBeingJudged(known)) return known;',
    'if (known) return known;',
  ),
  guard(
    'the readable rows of a stopped file are read once a person decides so',
    READ_FILE,
    'judgement?.objection && !released',
    'judgement?.objection',
  ),
  guard(
    'a file of which readable rows count keeps them when it is read anew',
    READ_FILE,
    'released: isAnew ? before?.released : undefined,',
    'released: undefined,',
  ),
  guard(
    'a reader that could not store the end of a stopped file looks who has',
    'functions/1-read-file/finish-file.ts',
    'if (!(await ports.files.advance(endedNow(end, ports), before))) await leaveToOther(dropped, location, ports);',
    'await ports.files.advance(endedNow(end, ports), before);',
  ),
  guard(
    'a feed hears of a file that is stopped',
    'functions/1-read-file/record-file-end.ts',
    "  if (state === 'stopped') return files.stopped(feed, file, now());\n",
    '',
  ),
  guard(
    'a feed does not wait for a stopped file where another one of the name was read',
    FILES,
    'reading: isRead ? others :',
    "reading: isRead && file === '' ? others :",
  ),
  guard(
    'a stopped file is no longer marked as being read',
    FILES,
    'const { [contentId(file)]: _ended, ...others } = alive(reading, now);',
    'const others = alive(reading, now);',
  ),
  guard(
    'a reader that finds the file finished ends its own mark',
    READ_FILE,
    '        await recordFileEnd(start, ports);\n',
    '',
  ),
  guard(
    'a reading that restores facts does not stand for one that looks for facts of other drops',
    'functions/1-read-file/newest-drop.ts',
    '(anew === undefined || restores === true || stored.restores !== true || stored.again === true);',
    'true;',
  ),
  guard(
    'a feed no longer waits for a file that a person has given up',
    RELEASE_FILE,
    '    const isCompleted = await ports.files.ended(folder, fileName, {}, ports.now());\n',
    '    const isCompleted = false;\n',
  ),
  guard(
    'those are asked again who waited for a file that a person has given up',
    RELEASE_FILE,
    "    if (isCompleted && isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);\n    return;",
    '    return;',
  ),
  guard(
    'a decision that another function has overtaken is looked at again',
    RELEASE_FILE,
    'if (!(await ports.files.advance(next, stored))) return releaseFile(message, ports, time);',
    'await ports.files.advance(next, stored);',
  ),
  guard(
    'only the rows of a stopped file are read by a decision',
    RELEASE_FILE,
    "stored.state === 'stopped' ? { ...unread",
    'stored ? { ...unread',
  ),
  guard(
    'only a file that was read can be the only drop that counts',
    RELEASE_FILE,
    "  if (state !== 'read' && (state !== 'reading' || before)) return undefined;\n",
    '',
  ),
  guard(
    'a file counts as read once its earlier drops are taken back',
    'functions/1-read-file/read-rows.ts',
    '  await run.takeBackEarlier();\n',
    '',
  ),
  guard(
    'the days of a file that is left out do not count',
    LEAVE_OUT,
    'ports.files.ended(folder, fileName, {}, ports.now(), true)',
    'ports.files.ended(folder, fileName, {}, ports.now())',
  ),
  guard('later drops look for facts of a file that is left out', LEAVE_OUT, '        again: true,\n', ''),
  guard(
    'the note that facts are being deleted goes once other files are to be read again',
    'functions/1-read-file/read-others-again.ts',
    '  if (!isLaterDrop(noted, version)) await ports.files.forgetDeletion(`${feed}/${file}`, noted);\n',
    '',
  ),
  guard(
    'an old number that no version has leads to nobody',
    'shared/tables/police-records.ts',
    'followed.filter((owner) => owner.some(({ oldNumber }) => oldNumber === number));',
    'followed;',
  ),
  guard(
    'those who declared the old number of a deleted version are told once more',
    'shared/tables/police-records.ts',
    'new Set(items.flatMap((item) => FormerNumber.safeParse(item).data?.formerNumber ?? []));',
    'new Set();',
  ),
];
