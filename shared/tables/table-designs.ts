/** A secondary index, whose sort key ends with the record's own key so that no two records are equal. */
interface IndexDesign {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
  /** The attributes that the index copies beside the keys. */
  readonly projection: 'KEYS_ONLY' | 'ALL' | readonly string[];
}

/**
 * A table's keys (all of them texts), its indexes, and whether DynamoDB deletes its items at `expiresAt` (seconds since
 * 1970).
 */
export interface TableDesign {
  readonly partition: string;
  readonly sort?: string;
  readonly indexes?: readonly IndexDesign[];
  readonly ttl: boolean;
}

/** Every table of the system. The stack, the local run and the tests create them from here. */
export const TABLE_DESIGNS = {
  companies: { partition: 'enterpriseCode', sort: 'fact', ttl: true },
  policeRecords: { partition: 'ref', sort: 'record', ttl: true },
  accounts: { partition: 'accountRef', sort: 'fact', ttl: true },
  subscribers: { partition: 'phoneRef', sort: 'holder', ttl: true },
  links: { partition: 'value', sort: 'enterpriseCode', ttl: true },
  verifications: {
    partition: 'enterpriseCode',
    indexes: [
      { name: 'unsettled', partition: 'unsettledShard', sort: 'enterpriseCode', projection: 'KEYS_ONLY' },
      { name: 'work', partition: 'workShard', sort: 'enterpriseCode', projection: ['work'] },
    ],
    ttl: true,
  },
  assessments: {
    partition: 'enterpriseCode',
    indexes: [
      {
        name: 'due',
        partition: 'dueShard',
        sort: 'dueAt',
        projection: ['awaits', 'sample', 'verdict', 'activity', 'name', 'foundBy'],
      },
      { name: 'work', partition: 'workShard', sort: 'enterpriseCode', projection: ['work'] },
    ],
    ttl: true,
  },
  // Notices are kept longer than their facts, because years later they must still show what was
  // sent to whom.
  notices: {
    partition: 'receiver',
    sort: 'noticeId',
    indexes: [
      { name: 'feed', partition: 'receiver', sort: 'position', projection: 'ALL' },
      { name: 'waiting', partition: 'waiting', sort: 'position', projection: 'KEYS_ONLY' },
      {
        name: 'open',
        partition: 'openFor',
        sort: 'openAt',
        projection: ['sequence', 'issuedAt', 'changedAt', 'handlingStatus', 'summary'],
      },
      { name: 'review', partition: 'reviewShard', sort: 'reviewAt', projection: 'KEYS_ONLY' },
    ],
    ttl: true,
  },
  replies: { partition: 'receiver', sort: 'replyId', ttl: true },
  receivers: { partition: 'receiver', ttl: false },
  callers: { partition: 'list', sort: 'clientId', ttl: false },
  calls: { partition: 'receiver', sort: 'minute', ttl: true },
  // Pages and pointers expire; the head, which contains no personal data, does not.
  log: { partition: 'part', sort: 'place', ttl: true },
  deliveries: {
    partition: 'receiver',
    sort: 'noticeId',
    indexes: [
      { name: 'due', partition: 'dueShard', sort: 'dueAt', projection: 'KEYS_ONLY' },
      { name: 'backlog', partition: 'backlog', sort: 'position', projection: 'ALL' },
    ],
    ttl: true,
  },
  dueMessages: { partition: 'dueShard', sort: 'dueAt', ttl: true },
  releases: {
    partition: 'noticeId',
    indexes: [{ name: 'waiting', partition: 'queue', sort: 'dueAt', projection: 'ALL' }],
    ttl: true,
  },
  caseRecords: { partition: 'noticeId', sort: 'entry', ttl: true },
  tasks: {
    partition: 'enterpriseCode',
    sort: 'taskId',
    indexes: [{ name: 'queue', partition: 'queue', sort: 'placeAt', projection: 'ALL' }],
    ttl: true,
  },
  // The outcomes of notices, stored as facts and read by period.
  outcomes: {
    partition: 'caseId',
    sort: 'fact',
    indexes: [{ name: 'period', partition: 'shard', sort: 'happenedAt', projection: 'ALL' }],
    ttl: true,
  },
  reviews: {
    partition: 'noticeId',
    sort: 'reviewId',
    indexes: [{ name: 'waiting', partition: 'queue', sort: 'dueAt', projection: 'ALL' }],
    ttl: true,
  },
  sessions: {
    partition: 'sessionId',
    indexes: [
      {
        name: 'people',
        partition: 'list',
        sort: 'place',
        projection: ['subject', 'displayName', 'roles', 'signedInAt', 'seenAt'],
      },
    ],
    ttl: true,
  },
  // The items have no end, because the state of a measure must always be known.
  measures: { partition: 'measure', ttl: false },
  mailChoices: { partition: 'list', sort: 'subject', ttl: true },
  takingsBack: { partition: 'desk', sort: 'file', ttl: true },
  // The coverage has no end, because it is needed as long as a feed comes and contains no personal
  // data.
  files: { partition: 'sender', sort: 'place', ttl: false },
  rejections: { partition: 'file', sort: 'row', ttl: true },
  // A parked message is kept for two years, and an alarm reports it meanwhile.
  parked: { partition: 'queue', sort: 'messageId', ttl: true },
} as const satisfies Readonly<Record<string, TableDesign>>;

export type TableName = keyof typeof TABLE_DESIGNS;

export const TABLE_NAMES: readonly TableName[] = Object.keys(TABLE_DESIGNS).filter(
  (name): name is TableName => name in TABLE_DESIGNS,
);
