import { guard, type Guard } from '../guard.ts';

const RELEASE_FILE = 'functions/1-read-file/release-file.ts';

/** The guards of decisions about the drops of a file. */
export const DECIDED_DROP_GUARDS: readonly Guard[] = [
  guard(
    'until when its readers may write is known of a file that is left out while it is read',
    'functions/1-read-file/leave-out.ts',
    "endedAt: stored.state === 'reading' ? decided.at : stored.endedAt,",
    'endedAt: stored.endedAt,',
  ),
  guard(
    'what earlier drops of a stopped file said stays where it is given up',
    RELEASE_FILE,
    "use === 'none' && (stored.state !== 'stopped' || stored.leftOut)",
    "use === 'none'",
  ),
  guard(
    'a file that was read is left out by a decision',
    RELEASE_FILE,
    "use === 'none' && (stored.state !== 'stopped' || stored.leftOut)",
    "use === 'none' && stored.leftOut",
  ),
  guard(
    'a file that was read can be the only drop that counts',
    RELEASE_FILE,
    "if (state !== 'read' && (state !== 'reading' || before)) return undefined;",
    "if (state !== 'reading' || before) return undefined;",
  ),
  guard(
    'facts of earlier drops are looked for where only the last drop counts',
    RELEASE_FILE,
    'again: true, replacesEarlier: { ...decided, at }',
    'replacesEarlier: { ...decided, at }',
  ),
  guard(
    'by a decision the last drop counts alone, whichever drops it had replaced before',
    RELEASE_FILE,
    'replacesEarlier: { ...decided, at }, replaces: undefined }',
    'replacesEarlier: { ...decided, at } }',
  ),
];
