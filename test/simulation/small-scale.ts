import type { Patch } from './bundle.ts';

/** The bytes of the entries of a page of the log that has more than one. */
export const LARGEST_PAGE = 4000;
/** The longest time for which a message is delayed. */
export const LONGEST_DELAY_SECONDS = 45;

/** The banks at which a sweep looks for accounts. */
export const SWEPT_BANKS = ['970418', '970436'];
const ofSweptBanks = `INSTITUTION_IDS.filter((id) => ${JSON.stringify(SWEPT_BANKS)}.includes(id))`;

/**
 * Limits that only a whole province reaches are lowered, so that few companies reach them: pages, shards, receivers,
 * and the settling time of a verdict.
 */
export const SMALL_SCALE: readonly Patch[] = [
  {
    file: 'functions/sweep-due/report-unanswered.ts',
    find: 'inParallel(ALL_RECEIVERS,',
    replace: 'inParallel(ALL_RECEIVERS.slice(0, 2),',
  },
  {
    file: 'functions/sweep-due/request-account-numbers.ts',
    find: 'inParallel(INSTITUTION_IDS,',
    replace: `inParallel(${ofSweptBanks},`,
  },
  {
    file: 'functions/sweep-due/request-reassessment.ts',
    find: '...INSTITUTION_IDS.map(',
    replace: `...${ofSweptBanks}.map(`,
  },
  {
    file: 'functions/append-entries/append-entries.ts',
    find: 'const LARGEST_PAGE = 300_000;',
    replace: `const LARGEST_PAGE = ${LARGEST_PAGE};`,
  },
  {
    file: 'shared/clients/queue.ts',
    find: 'const LONGEST_DELAY_SECONDS = 900;',
    replace: `const LONGEST_DELAY_SECONDS = ${LONGEST_DELAY_SECONDS};`,
  },
  { file: 'functions/sweep-due/index.ts', find: 'pageSize: 5000,', replace: 'pageSize: 2,' },
  { file: 'shared/tables/shards.ts', find: 'SHARDS = 8;', replace: 'SHARDS = 2;' },
  { file: 'functions/1-read-file/reading-run.ts', find: 'const BATCH_ROWS = 500;', replace: 'const BATCH_ROWS = 2;' },
  {
    file: 'functions/1-read-file/reading-run.ts',
    find: 'const CHECKPOINT_ROWS = 25_000;',
    replace: 'const CHECKPOINT_ROWS = 3;',
  },
];
