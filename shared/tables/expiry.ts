const DAYS_A_YEAR = 365;
/** A notice is kept as long as the log's lock, so that it can be shown as long as its proof exists. */
const NOTICE_DAYS = 3653;

/** The days that a table keeps its items, where the stage doesn't set them. */
export const KEPT_DAYS = {
  notices: NOTICE_DAYS,
  calls: 1 / 24,
  deliveries: 2 * DAYS_A_YEAR,
  sessions: 1,
  mailChoices: 30,
  dueMessages: 14,
  outcomes: NOTICE_DAYS,
  reviews: NOTICE_DAYS,
  parked: 2 * DAYS_A_YEAR,
} as const;

const SECONDS_A_DAY = 86_400;

/** The expiry of an item whose days are fixed: whole seconds since 1970. @param from ISO instant */
export const expiryOf = (table: keyof typeof KEPT_DAYS, from: string): number =>
  Math.floor(Date.parse(from) / 1000) + Math.round(KEPT_DAYS[table] * SECONDS_A_DAY);
