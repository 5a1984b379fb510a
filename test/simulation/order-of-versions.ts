import { isLaterDrop } from '#shared/contracts/file-arrived.ts';
import { TABLE_DESIGNS } from '#shared/tables/table-designs.ts';
import { answerKept } from './answers.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import { lostAccountNamed } from './end-of-assessments.ts';
import { folderAndName, leadsToVersionRead } from './search-keys.ts';
import { endedEarly } from './claimed-values.ts';
import { keyLeft } from './shared-keys.ts';
import { isOtherLeft } from './others-again.ts';
import { oldNumberKept } from './former-companies.ts';
import { replyStored } from './order-of-replies.ts';
import type { Attributes } from './twins/expressions.ts';
import { notSentOn } from './sent-on.ts';
import type { World } from './world.ts';

/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

/** A write, change or removal of an item. */
interface VersionChange {
  readonly kind: string;
  readonly place: string;
  readonly folder: string;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
  /** The record of what the changing function has done. */
  readonly trace: InvocationTrace;
  readonly world: World;
}
/** A sentence that says what is wrong; undefined where nothing is. */
type Wrong = (change: VersionChange) => string | undefined;

/** An earlier drop never replaces a later one. */
const dropOrder: Wrong = ({ before, after }) =>
  isLaterDrop(String(before?.['version'] ?? ''), String(after?.['version'] ?? ''))
    ? `${String(after?.['file'])} goes back to an earlier drop`
    : undefined;

/** That a reader has deleted facts is forgotten once the other files of the feed are to be read again. */
const deletionForgotten: Wrong = ({ before, after, trace, world }) =>
  !after && before?.['feed'] === 'deleted' && isOtherLeft(String(before['file']), trace, world)
    ? `it is forgotten before other files are read again that facts of ${String(before['file'])} were deleted`
    : undefined;

/** The reader of a drop removes facts of earlier drops, and neither its own facts nor those of a later drop. */
const takenBack: Wrong = ({ kind, place, folder, before, after, trace, world }) => {
  if (after || folder !== '1-read-file') return undefined;
  // What only leads to an account's facts is written again for those that stand
  if (kind === 'Accounts' && before?.['from'] === undefined) return undefined;
  if (before?.['lastReadIn'] !== undefined && !leadsToVersionRead(before, trace, world)) return undefined;
  const { file, version } = (before?.['from'] ?? {}) as { file?: string; version?: string };
  const read = trace.written.get(`${tableNamed(world, 'Files')} ${JSON.stringify(folderAndName(String(file)))}`);
  const key = `${kind} ${place.slice(place.indexOf(' '))}`;
  if (isLaterDrop(String(version), String(read?.['version'] ?? '')))
    return `a reader takes away what a later drop has told: ${key}`;
  return isToldNow(place, trace) ? `a reader takes away what it has told itself: ${key}` : undefined;
};

/**
 * The company that a deleted register entry named is stored before the deletion, except where another entry of the
 * account names it too.
 */
const holderKept: Wrong = ({ kind, before, after, world }) => {
  if (after || !before || kind !== 'Accounts') return undefined;
  const { enterpriseCode: code } = (before['register'] ?? {}) as { enterpriseCode?: string };
  if (code === undefined) return undefined;
  const isKept = itemsOf(world, 'Accounts').some(
    ({ accountRef, fact, register, formerHolder }) =>
      accountRef === before['accountRef'] &&
      fact !== before['fact'] &&
      (formerHolder === code || (register as Attributes | undefined)?.['enterpriseCode'] === code),
  );
  return isKept ? undefined : `a reader takes away a register entry before it has stored that it named ${code}`;
};

/**
 * Whether the reader has written the fact from the rows that it is now processing, for which it deletes earlier facts.
 * If it wrote the fact from earlier rows, the reader of another drop may have overwritten it since; that reader then
 * requests a new reading of the file.
 */
function isToldNow(place: string, { written, queries, queriesAtWrite }: InvocationTrace): boolean {
  if (written.get(place) === undefined) return false;
  const at = place.indexOf(' ');
  const [table, [partition]] = [place.slice(0, at), JSON.parse(place.slice(at + 1)) as unknown[]];
  const since = queries.slice(queriesAtWrite.get(place) ?? 0);
  return since.filter((one) => one.table === table && one.of === partition).length <= 1;
}

/** Only the function that sent an assessment's messages marks it as notified. */
const toldOrder: Wrong = ({ place, before, after, trace }) => {
  const isMarked = after?.['notified'] === true && before?.['notified'] !== true;
  if (!isMarked || before?.['gatheredAt'] !== after['gatheredAt']) return undefined;
  return trace.written.get(place)?.['gatheredAt'] === after['gatheredAt']
    ? undefined
    : `the assessment of ${String(after['enterpriseCode'])} counts as told by a function that told of another`;
};

/** A reply changes the handling status of the sequence that it names. */
const answeredOrder: Wrong = ({ folder, before, after, trace, world }) => {
  if (folder !== 'record-reply' || !before || before['handlingStatus'] === after?.['handlingStatus']) return undefined;
  const replies = [...trace.seen].flatMap(([place, item]) =>
    place.startsWith(`${tableNamed(world, 'Replies')} `) && item?.['reply'] ? [item['reply'] as Attributes] : [],
  );
  const isMeant = replies.some(
    ({ noticeId, body }) => noticeId === before['noticeId'] && (body as Attributes)['sequence'] === before['sequence'],
  );
  return isMeant ? undefined : `a reply moves sequence ${String(before['sequence'])}, which it does not name`;
};

/**
 * Of two decisions on a notice the one that was stored later has the later instant, whichever clock is ahead. A decision
 * that is sent again may store the same write twice, because its answer was lost.
 */
const decidedLater: Wrong = ({ place, before: standing, after, trace }) => {
  const before = trace.seen.get(place);
  const isOwn = standing !== undefined && standing['writeId'] === after?.['writeId'];
  return !isOwn && after?.['lastId'] !== undefined && String(before?.['takenAt'] ?? '') >= String(after['takenAt'])
    ? 'a decision has no later instant than the one that it follows'
    : undefined;
};

/** The tables in which every item expires, except the head of the log. */
const DYING = new Set(
  Object.entries(TABLE_DESIGNS).flatMap(([name, { ttl }]) =>
    ttl && name !== 'log' ? [`${name.charAt(0).toUpperCase()}${name.slice(1)}`] : [],
  ),
);

const neverDies: Wrong = ({ kind, place, after }) =>
  after && DYING.has(kind) && after['expiresAt'] === undefined ? `an item of ${kind} never dies: ${place}` : undefined;

/** No function takes a lease that has not ended, and none releases another one's lease. */
const leaseOrder: Wrong = ({ before, after, trace, world }) => {
  const isTaken = after?.['leasedBy'] !== undefined && after['leasedBy'] !== before?.['leasedBy'];
  if (isTaken && Date.parse(String(before?.['leasedUntil'])) > world.now() + CLOCKS_APART_MS)
    return 'a function takes a lease that another one holds';
  if (before?.['leasedBy'] === undefined || after?.['leasedBy'] !== undefined) return undefined;
  if (after?.['health'] === undefined) return 'a lease is given back without what its holder learnt of the endpoint';
  const own = trace.leased;
  return own === before['leasedBy'] ? undefined : 'a function gives back a lease that another one holds';
};

/** Where the delivery is read first, its notice is never older than what was last delivered. */
const deliveryFirst: Wrong = ({ place, folder, after, trace, world }) => {
  if (folder !== 'deliver-notice' || !after) return undefined;
  const notice = `${tableNamed(world, 'Notices')} ${place.slice(place.indexOf(' ') + 1)}`;
  const read = [...trace.seen.keys()];
  return trace.seen.has(notice) && !(read.indexOf(place) >= 0 && read.indexOf(place) < read.indexOf(notice))
    ? `the notice ${String(after['noticeId'])} is read before its delivery`
    : undefined;
};

/** A state to which the receiver's own reply has led is not done before it was sent. */
const sentFirst: Wrong = ({ before, after, world }) => {
  if (after?.['state'] !== 'acknowledged' || before?.['state'] === 'acknowledged') return undefined;
  const { receiver, noticeId, sequence } = after;
  const TableName = tableNamed(world, 'Notices');
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key: { receiver, noticeId } } });
  const notice = Item as Attributes | undefined;
  const wasSent = before?.['state'] === 'delivered' && before['sequence'] === sequence;
  return notice?.['causedByReceiver'] === true && notice['sequence'] === sequence && !wasSent
    ? `sequence ${String(sequence)} of ${String(noticeId)} is done before it is sent`
    : undefined;
};

/** A delivery that is not done is in the index in which the clock looks for it, in case its message is lost. */
const lookedAfter: Wrong = ({ after }) =>
  ['waiting', 'delivered'].includes(String(after?.['state'])) && after?.['dueAt'] === undefined
    ? `no clock looks at the delivery of ${String(after?.['noticeId'])}`
    : undefined;

const ORDER: Readonly<Record<string, Wrong>> = {
  Files: (change) => dropOrder(change) ?? deletionForgotten(change),
  Companies: takenBack,
  Accounts: (change) => takenBack(change) ?? holderKept(change),
  PoliceRecords: (change) =>
    takenBack(change) ?? (change.after ? undefined : (oldNumberKept(change.before, change.world) ?? keyLeft(change))),
  Assessments: (change) => {
    const { place, before, after, trace } = change;
    return toldOrder(change) ?? lostAccountNamed(before, after, trace.seen.get(place)) ?? notSentOn(change);
  },
  Links: ({ before, after, trace, world }) => endedEarly(before, after, trace, world.now()),
  Verifications: notSentOn,
  Notices: (change) => answeredOrder(change) ?? answerKept(change),
  Replies: (change) => decidedLater(change) ?? replyStored(change),
  Receivers: leaseOrder,
  Deliveries: (change) => deliveryFirst(change) ?? sentFirst(change) ?? lookedAfter(change),
};

/** A sentence that says what is wrong with a change, given the present item. */
export const wrongVersion = (change: VersionChange): string | undefined =>
  ORDER[change.kind]?.(change) ?? neverDies(change);
