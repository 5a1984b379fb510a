import { guard, type Guard } from '../guard.ts';

const ASSESS = 'functions/3-assess-company/assess-company.ts';
const AWAIT = 'functions/3-assess-company/await-verification.ts';
const WRITE = 'functions/3-assess-company/write-links.ts';

/** The guards of what functions that assess companies come to only after a run was compared. */
export const ASSESSED_AFTERWARDS_GUARDS: readonly Guard[] = [
  guard(
    'a message is not spoken for where a picture of the province came since',
    ASSESS,
    '  if (known && profile) return !hasProvinceProfileChanged({ ...known, awaits }, coverage, profile);\n',
    '  if (known && profile) return true;\n',
  ),
  guard(
    'a message is not spoken for where a feed came since',
    ASSESS,
    '  return !isNowCovered(awaits, coverage);\n}',
    '  return true;\n}',
  ),
  guard(
    'all are told again though the people of a company are awaited',
    AWAIT,
    'if (!before || !renotify) return;',
    'return;',
  ),
  guard(
    'the people of a version without a message of its own are verified',
    AWAIT,
    'if (verification) await ports.verify([{ enterpriseCode }]);',
    'void verification;',
  ),
  guard(
    'a verification is of the version in force',
    'functions/3-assess-company/gather-facts.ts',
    'if (!verification || !isOfVersion(verification, versions, ports.hash)) return',
    'void isOfVersion;\n  if (!verification) return',
  ),
  guard(
    'a run whose claim was replaced has its company assessed once more',
    WRITE,
    '    await ports.assess([{ enterpriseCode }]);\n    return true;',
    '    return true;',
  ),
  guard(
    'a run counts as ended only once its time is over',
    WRITE,
    'const ended = others.filter((other) => secondsToEnd(other, ports) <= 0);',
    'const ended = others;',
  ),
  guard(
    'links are written again after two weeks',
    'functions/3-assess-company/share-values.ts',
    'contentId({ ...one, fortnight })',
    'contentId({ ...one })',
  ),
  guard(
    'bands are written again after two weeks',
    'functions/3-assess-company/share-values.ts',
    'if (endsSoon) await',
    'if (endsSoon && false) await',
  ),
  guard(
    'what the office has decided is not asked again',
    ASSESS,
    '}).filter((entry) => !gathered.settledTasks.has(taskIdOf(entry))),',
    '}).filter((entry) => taskIdOf(entry) !== undefined),',
  ),
  guard(
    'a log that was restored goes on after what was signed',
    'functions/append-entries/append-entries.ts',
    'return (await headOfBucket(head, ports)) ?? head;',
    'return void headOfBucket ?? head;',
  ),
  guard(
    "the head of the log is read once more before the bucket's checkpoint replaces it",
    'functions/append-entries/go-on-from-bucket.ts',
    '  if (present && signed.size <= present.size) return undefined;\n',
    '',
  ),
];
