import { guard, type Guard } from '../guard.ts';

const SWEEP = 'functions/sweep-due/sweep-due.ts';

/** The guards by which sweeps find everybody whom they concern. */
export const SWEEPING_GUARDS: readonly Guard[] = [
  guard(
    'companies that waited for a feed are assessed again',
    SWEEP,
    '[...new Set([...ready, ...due])]',
    '[...new Set(due)].concat(ready.slice(ready.length))',
  ),
  guard(
    'companies whose next check is due are looked for',
    SWEEP,
    "const due = reason === 'clock' ? await ports.assessments.due(ports.rulesClock.today()) : [];",
    'const due: string[] = [];\n  void reason;',
  ),
  guard(
    'companies whose next check is due are assessed again',
    SWEEP,
    '[...new Set([...ready, ...due])]',
    '[...new Set(ready)].concat(due.slice(due.length))',
  ),
  guard(
    'a sweep of all companies goes on after its first page',
    'functions/sweep-due/request-reassessment.ts',
    "return [next === undefined ? { of: 'notices', shard } : { of, shard, after: next }];",
    "return [{ of: 'notices', shard }];",
  ),
  guard(
    'the notices near their last day are reviewed',
    SWEEP,
    '  await reviewNotices(ports.rulesClock.today(), ports);\n',
    '',
  ),
  guard(
    'a picture of the province stands before companies are asked again',
    'functions/survey-province/survey-province.ts',
    '  if (!same && !(await files.writeProfile(profile, before)))',
    '  await assess(companies.map(({ enterpriseCode }) => ({ enterpriseCode })));\n  if (!same && !(await files.writeProfile(profile, before)))',
  ),
  guard(
    'a delivery is due later only after its message was sent',
    'functions/send-due-deliveries/send-due-deliveries.ts',
    '    await deliver(\n',
    '    await inParallel(together, WRITES_AT_ONCE, (one) =>\n      deliveries.lookAfter(one, instantAfter(instant, delay + RECHECK_AFTER_SECONDS)),\n    );\n    await deliver(\n',
  ),
  guard(
    'the banks of listed accounts are asked by a sweep of all',
    'functions/sweep-due/request-reassessment.ts',
    '      found.map((accountRef) => ({ accountRef, bank: shard })),\n',
    '      found.slice(found.length).map((accountRef) => ({ accountRef, bank: shard })),\n',
  ),
  guard(
    'the clock looks for those who waited for a feed',
    'functions/sweep-due/sweep-due.ts',
    'const ready = await ports.assessments.awaiting((awaits, known) =>',
    "const ready = reason === 'clock' ? [] : await ports.assessments.awaiting((awaits, known) =>",
  ),
  guard(
    'changed settings are entered in the log',
    'functions/sweep-due/sweep-due.ts',
    'if (!request.part) await enterSettings(',
    'if (false) await enterSettings(',
  ),
];
