import { OF_ROWS } from './overwritten.ts';
import { type Attributes, condition } from './twins/expressions.ts';

/** A conditional write of a function. */
interface WriteAttempt {
  readonly kind: string;
  readonly folder: string;
  /** The name of the command's class. */
  readonly command: string;
  readonly input: Attributes;
  readonly standing: Attributes | undefined;
}
/** What another function may have written since this one read the item. */
type Overtaking = (item: Attributes) => Attributes;
interface RefusalRule {
  readonly concerns: (write: WriteAttempt) => boolean;
  /** The changes of another function after which the write has to be refused, also where it deleted the item. */
  readonly after: Readonly<Record<string, (item: Attributes) => Attributes | undefined>>;
  /** Whether a new item must be refused where another function has written one. */
  readonly onlyIfNew?: boolean;
}

const LATE = '9999-12-31T00:00:00.000Z';
const OTHER = 'of another function';
const isToldByFile = (from: unknown): boolean => typeof from === 'object' && from !== null && 'version' in from;

const raised =
  (name: string): Overtaking =>
  (item) => ({ ...item, [name]: Number(item[name] ?? 0) + 1 });
const changed =
  (name: string, value: unknown = OTHER): Overtaking =>
  (item) => ({ ...item, [name]: value });
const without =
  (name: string): Overtaking =>
  ({ [name]: _left, ...item }) =>
    item;

const itemOf = ({ input }: WriteAttempt): Attributes => (input['Item'] ?? {}) as Attributes;
const isPut =
  (...names: readonly string[]) =>
  (write: WriteAttempt): boolean =>
    write.command === 'PutCommand' && names.every((name) => name in itemOf(write));
/** Whether an update sets or removes an attribute. */
const isUpdate =
  (kind: string, name: string, of: '#set' | '#removed' = '#set') =>
  ({ command, kind: own, input }: WriteAttempt): boolean =>
    command === 'UpdateCommand' &&
    own === kind &&
    Object.entries((input['ExpressionAttributeNames'] ?? {}) as Attributes).some(
      ([placeholder, named]) => placeholder.startsWith(of) && named === name,
    );

const RULES: readonly RefusalRule[] = [
  { concerns: isPut('revision'), after: { 'a later revision': raised('revision') }, onlyIfNew: true },
  { concerns: isPut('gatheredAt'), after: { 'later facts': changed('gatheredAt', LATE) } },
  {
    concerns: (write) => write.kind === 'Notices' && isPut()(write),
    after: {
      'a later sequence': raised('sequence'),
      'another handling status': changed('handlingStatus'),
      'a reply': changed('repliedAs'),
    },
    onlyIfNew: true,
  },
  {
    concerns: (write) => write.kind === 'Files' && isPut('counts')(write),
    after: {
      'another drop': changed('version'),
      'another reading': changed('startedAt'),
      'more rows': ({ counts, ...item }) => ({ ...item, counts: raised('read')(counts as Attributes) }),
      'another state': changed('state'),
    },
    onlyIfNew: true,
  },
  {
    concerns: (write) => write.kind === 'Log' && itemOf(write)['part'] === 'head' && isPut()(write),
    after: {
      'more entries': raised('size'),
      'another attempt': changed('attempt'),
      'an unsigned head': without('checkpoint'),
      'a cosignature': changed('witnessed'),
    },
    onlyIfNew: true,
  },
  { concerns: (write) => write.kind === 'Replies' && isPut('reply')(write), after: {}, onlyIfNew: true },
  { concerns: isPut('lastId'), after: { 'a later decision': changed('lastId') }, onlyIfNew: true },
  { concerns: isUpdate('Replies', 'actedOnAt'), after: { 'the same reply acted on': changed('actedOnAt') } },
  {
    concerns: isUpdate('Notices', 'handlingStatus'),
    after: {
      'a later sequence': (item) => changed('position')(raised('sequence')(item)),
      'a later decision': (item) => ({ ...item, handlingStatus: 'acted', repliedAs: '~' }),
    },
  },
  { concerns: isUpdate('Measures', 'unentered'), after: { 'a later revision': raised('revision') } },
  {
    concerns: isUpdate('Notices', 'position'),
    after: { 'another position': changed('position'), 'an answer': without('waiting') },
  },
  { concerns: isUpdate('Assessments', 'notified'), after: { 'another assessment': changed('gatheredAt', LATE) } },
  {
    concerns: (write) =>
      isUpdate('Links', 'areWritten')(write) &&
      !isUpdate('Links', 'begun')(write) &&
      !isUpdate('Links', 'begun', '#removed')(write),
    after: { 'other links begun': changed('begun') },
  },
  {
    // A claim, which takes no value away, has no condition
    concerns: (write) =>
      !isUpdate('Links', 'begun')(write) &&
      (isUpdate('Links', 'claimed')(write) || isUpdate('Links', 'claimed', '#removed')(write)),
    after: { 'a write meanwhile': changed('writeId'), 'a claim meanwhile': changed('areWritten', false) },
  },
  { concerns: isUpdate('CaseRecords', 'sentAt'), after: { 'an erasure': () => undefined } },
  { concerns: isUpdate('Deliveries', 'dueAt'), after: { 'another due instant': changed('dueAt') } },
  { concerns: isUpdate('Receivers', 'leasedBy'), after: { 'a lease': changed('leasedUntil', LATE) } },
  {
    concerns: (write) => write.folder === 'deliver-notice' && isUpdate('Receivers', 'leasedBy', '#removed')(write),
    after: { 'another lease': changed('leasedBy') },
  },
  {
    concerns: isUpdate('Log', 'checkpoint'),
    after: { 'more entries': raised('size'), 'another attempt': changed('attempt') },
  },
  {
    concerns: isUpdate('Log', 'witnessed'),
    after: {
      'more entries': raised('size'),
      'another attempt': changed('attempt'),
      'another cosignature': changed('witnessed'),
    },
  },
  {
    concerns: ({ command, kind }) => command === 'DeleteCommand' && /^(?:Assessments|Verifications)$/u.test(kind),
    after: { 'later facts': changed('gatheredAt', LATE) },
  },
  {
    concerns: ({ command, kind, standing }) =>
      command === 'DeleteCommand' && OF_ROWS.has(kind) && isToldByFile(standing?.['from']),
    after: { 'another drop': (item) => ({ ...item, from: changed('version')(item['from'] as Attributes) }) },
  },
  {
    concerns: ({ command, kind, standing }) =>
      command === 'DeleteCommand' && kind === 'PoliceRecords' && standing?.['lastReadIn'] !== undefined,
    after: { 'a version with the same key': changed('lastReadIn') },
  },
];

/**
 * A missing condition does harm only where another function writes between the reading and the write. So each write is
 * also tried, without being stored, on the item as another function may have changed it.
 * @returns the changes after which the write should have been refused but was not
 */
export function unrefused(write: WriteAttempt): string | undefined {
  const { input, standing } = write;
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = input;
  const isDone = conditionOf(
    ConditionExpression,
    ExpressionAttributeNames as Record<string, string> | undefined,
    ExpressionAttributeValues as Attributes | undefined,
  );
  if (!isDone(standing)) return undefined;
  for (const { concerns, after, onlyIfNew } of RULES) {
    if (!concerns(write)) continue;
    if (!standing && onlyIfNew && isDone(itemOf(write))) return 'the item of another function';
    const missed = standing && Object.entries(after).find(([, overtaking]) => isDone(overtaking(standing)));
    if (missed) return missed[0];
  }
  return undefined;
}

function conditionOf(
  text: unknown,
  names: Readonly<Record<string, string>> | undefined,
  values: Attributes | undefined,
): (item: Attributes | undefined) => boolean {
  return typeof text === 'string' ? condition(text, { names, values }) : () => true;
}
