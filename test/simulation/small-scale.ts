/**
 * Limits that only a whole province reaches are lowered, so that few companies reach them: the rows of a batch and
 * between two checkpoints, shards, the bytes of a page of the log, the items of a page of a sweep, and the longest delay
 * of a message.
 */
export const SMALL_SCALE: Readonly<Record<string, number>> = {
  BATCH_ROWS: 2,
  CHECKPOINT_ROWS: 3,
  SHARDS: 2,
  LARGEST_PAGE: 4000,
  pageSize: 2,
  LONGEST_DELAY_SECONDS: 45,
};

/** Lists of which only a few members are in the simulated province, by the members that stay. */
export const FEW: Readonly<Record<string, string>> = {
  INSTITUTION_IDS: "['970418', '970436']",
  ALL_RECEIVERS: "['police', 'bank#970436']",
};
