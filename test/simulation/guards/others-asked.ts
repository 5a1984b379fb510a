import { guard, type Guard } from '../guard.ts';

const OTHERS_AGAIN = 'functions/1-read-file/read-others-again.ts';

/** The guards of other files that are read again. */
export const OTHERS_ASKED_GUARDS: readonly Guard[] = [
  guard(
    'a file that is being read is read again too where it may have said the same',
    OTHERS_AGAIN,
    "  if (state === 'reading') return true;\n",
    '',
  ),
  guard(
    'all other files are read again where a file replaces its earlier drops as a whole',
    OTHERS_AGAIN,
    "replacesEarlier || state === 'stopped' ? undefined : covered",
    "state === 'stopped' ? undefined : covered",
  ),
  guard(
    'all other files are read again where a drop is stopped after facts were deleted',
    OTHERS_AGAIN,
    "replacesEarlier || state === 'stopped' ? undefined : covered",
    'replacesEarlier ? undefined : covered',
  ),
  guard(
    'a reader that another one has overtaken looks whether facts were deleted',
    OTHERS_AGAIN,
    'if (finished) await restoreFactsOfOthers(finished, dropped.bucket, ports);',
    'void finished;',
  ),
];
