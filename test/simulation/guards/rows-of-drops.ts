import { guard, type Guard } from '../guard.ts';

const READ_ROWS = 'functions/1-read-file/read-rows.ts';
const READING_RUN = 'functions/1-read-file/reading-run.ts';

/** The guards of the rows and repairs of drops of one name. */
export const ROWS_OF_DROPS_GUARDS: readonly Guard[] = [
  guard(
    'the holders of a phone that an earlier drop named are deleted',
    'functions/1-read-file/supersede-facts.ts',
    '  await inParallel([...ofPhones], AT_ONCE, ([phone, own]) => subscribers.supersede(phone, own, drop));\n',
    '  void [ofPhones, subscribers];\n',
  ),
  guard(
    'rows of earlier drops stay that the last drop does not replace',
    READING_RUN,
    'if (replacesEarlier) await takeBackDrops(',
    'void replacesEarlier;\n    await takeBackDrops(',
  ),
  guard(
    'a corrected file replaces no other drops than those that it corrects',
    READING_RUN,
    'takeBackDrops({ ...this.#drop, only }',
    'takeBackDrops({ ...this.#drop, ...(only && {}) }',
  ),
  guard(
    'rejected rows are stored before they are counted',
    READING_RUN,
    '      this.#ports.rejections.record(rejectionsKey(this.#saved), rejected, this.#ports.expiry()),\n',
    '',
  ),
  guard(
    'the office has the repaired rows that it checks',
    READING_RUN,
    '    await recordRepairs(few, `${feed}/${file}`, this.#ports);\n',
    '',
  ),
  guard(
    'repairs are stored once those of earlier drops are deleted',
    READ_ROWS,
    '  await run.written();\n  await run.writeRepairs();\n',
    '  await run.writeRepairs();\n  await run.written();\n',
  ),
  guard(
    'the repairs of earlier drops are deleted',
    'shared/tables/companies.ts',
    '    await removeSuperseded(db, table, placed, drop, places);\n    const repairs = placed.filter(({ item }) => RepairedItem.safeParse(item).data?.repair.file === drop.file);\n',
    "    await removeSuperseded(db, table, placed, drop, places);\n    const repairs = placed.filter(({ item }) => RepairedItem.safeParse(item).data?.repair.file === '');\n",
  ),
];
