import { bandOf, type LinkMember, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { READER_SECONDS } from '#shared/contracts/file-arrived.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import { besideFactsLeftOut } from './facts-of-rows.ts';
import { formerLeftOut } from './former-companies.ts';
import { enteredAgain } from './ledger-behind.ts';
import { decidedTwice, decisionKept, dropOrder, earlierTakenBack, leftOutWhole } from './order-of-drops.ts';
import { earlierLookedFor, othersKnown, rejectedStored } from './kept-of-reading.ts';
import { decisionOrder, measureOrder, waitingOrder } from './order-of-decisions.ts';
import { logOrder } from './order-of-log.ts';
import { claimOrder, noticeOrder } from './order-of-notices.ts';
import { concernedLeftOut } from './rows-concern.ts';
import { accountsLeftOut, rowOrder } from './order-of-readings.ts';
import { isNoteLeft } from './others-again.ts';
import { rowsLeftOut } from './rows-told.ts';
import { stoppedOrder } from './stopped-files.ts';
import { verdictOrder } from './order-of-verdicts.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo, type Writing } from './writing.ts';

/** A sentence that says what should have been done before; undefined where the order is right. */
type MissingWrite = (writing: Writing) => string | undefined;

const isFinished = (item: Attributes | undefined) => item?.['state'] === 'read' || item?.['state'] === 'unreadable';

/** Whether its last own word on the feed is that the file is being read; undefined where it has said nothing. */
function saysBeingRead(writing: Writing): boolean | undefined {
  const said = lastWordOn(String(writing.after['feed']), writing);
  return said && contentId(writing.after['file']) in (said['reading'] as Readonly<Record<string, string>>);
}

const lastWordOn = (feed: string, { trace, world }: Writing): Attributes | undefined =>
  trace.written.get(`${tableNamed(world, 'Files')} ${JSON.stringify(['coverage', feed])}`);

/** The coverage of an earlier drop is taken back by adding up what the feed's other files have covered. */
const hasLookedAtOthers = ({ after, trace, world }: Writing): boolean =>
  trace.queries.some(({ table, of }) => table === tableNamed(world, 'Files') && of === after['feed']);

/** An awaited feed is complete where no other file of it is recorded as being read. */
function isCompletionTold(writing: Writing): boolean {
  const { after } = writing;
  const feed = String(after['feed']);
  const reading = lastWordOn(feed, writing)?.['reading'] ?? {};
  if (!isAwaited(feed) || Object.keys(reading).length > 0) return true;
  return sentTo(writing, 'sweep-due').some((swept) => swept['feed'] === feed);
}

const isAskedAgain = (key: string, writing: Writing): boolean =>
  sentTo(writing, '1-read-file').some((one) => one['key'] === key && one['anew'] !== undefined);

/**
 * Whether a reader may still write rows that a decision takes back: of a drop that is being read, of an earlier one, or of
 * one that another reader has read to its end a moment ago.
 */
function mayBeWritten({ before, after, world }: Writing): boolean {
  const until = (instant: unknown, milliseconds = 0) => Date.parse(String(instant)) + milliseconds > world.now();
  if (before?.['state'] === 'reading' || until(before?.['othersUntil'])) return true;
  return after['leftOut'] !== undefined && until(before?.['endedAt'], READER_SECONDS * 1000);
}

function fileOrder(writing: Writing): string | undefined {
  const { before, after } = writing;
  const name = `${String(after['feed'])}/${String(after['file'])}`;
  if (after['feed'] === 'province' && sentTo(writing, '3-assess-company').length > 0)
    return 'companies are asked again before the picture of the province stands';
  if (after['counts'] === undefined) return undefined;
  if (isFinished(after) && !isFinished(before) && after['again'] === true && !hasLookedAtOthers(writing))
    return `${name} counts as read before the coverage of its earlier drop is taken back`;
  if (isFinished(after) && !isFinished(before) && isNoteLeft(after, writing.trace, writing.world))
    return `${name} counts as read before other files are read again, of which it has deleted facts`;
  if (isFinished(after) && !isFinished(before) && saysBeingRead(writing) !== false)
    return `${name} counts as read before its feed has heard of it`;
  if (isFinished(after) && !isFinished(before) && !isCompletionTold(writing))
    return `${name} counts as read before those who waited for its feed are asked again`;
  const isDecided = ['leftOut', 'replacesEarlier'].some((one) => after[one] !== undefined && !before?.[one]);
  if (isDecided && saysBeingRead(writing) !== true) return `${name} is decided on before its feed counts as being read`;
  if (isDecided && mayBeWritten(writing) && !isAskedAgain(name, writing))
    return `${name} is decided on before it is asked for again, which a reader may still write`;
  const isBegun = before?.['version'] !== after['version'] || before?.['startedAt'] !== after['startedAt'];
  if (isBegun && saysBeingRead(writing) !== true) return `${name} is begun before its feed counts as being read`;
  const left =
    rowsLeftOut(writing) ??
    besideFactsLeftOut(writing) ??
    formerLeftOut(writing) ??
    concernedLeftOut(writing) ??
    accountsLeftOut(writing);
  return left && `rows of ${name} count as done before ${left}`;
}

/** Whether the band is new to another member, who until it was stored had read the band of itself alone. */
function isNewToAnother({ before, after, world }: Writing): boolean {
  const band = after['band'] as SharedBand;
  const isAlone = (member: Attributes) =>
    contentId(bandOf(band.kind, band.ref, [member as unknown as LinkMember])) === contentId(band);
  const isNewTo = (one: Attributes) =>
    one['value'] === after['value'] && one['registeredOn'] !== undefined && !isAlone(one);
  // One of them may be the company itself
  return Number(before?.['revision']) > 1 || itemsOf(world, 'Links').filter(isNewTo).length > 1;
}

/** A band counts as told once its other members were asked again. */
function bandOrder(writing: Writing): string | undefined {
  const { before, after } = writing;
  if (after['notified'] !== true || before?.['notified'] === true) return undefined;
  const { size } = after['band'] as SharedBand;
  return size > 1 && isNewToAnother(writing) && sentTo(writing, '3-assess-company').length === 0
    ? `the band ${String(after['value'])} counts as told before its members are`
    : undefined;
}

/** A reply counts as acted on once those were asked whom it concerns. */
function replyOrder(writing: Writing): string | undefined {
  const { before, after } = writing;
  if (after['actedOnAt'] === undefined || before?.['actedOnAt'] !== undefined) return undefined;
  const { kind } = after['reply'] as { kind: string };
  const owed = { 'police-decision': '3-assess-company', 'suspicious-account': '5-notify-banks' }[kind];
  if (sentTo(writing, 'append-entries').length === 0) return `a ${kind} counts as acted on before it is entered`;
  if (owed !== undefined && sentTo(writing, owed).length === 0)
    return `a ${kind} counts as acted on before ${owed} is asked`;
  if (kind === 'review-request' && !isReviewOpen(writing))
    return 'an objection counts as acted on before it is to be decided';
  const told = new Set(sentTo(writing, '3-assess-company').map(({ enterpriseCode }) => enterpriseCode));
  const missing = holdersOfListed(writing).find((code) => !told.has(code));
  return missing && `a ${kind} counts as acted on before ${missing}, which has the account, is asked about`;
}

/** The case of an objection is stored and entered. */
const isReviewOpen = (writing: Writing): boolean =>
  itemsOf(writing.world, 'Reviews').some(({ reviewId }) => reviewId === writing.after['replyId']) &&
  sentTo(writing, 'append-entries').some((entry) => entry['kind'] === 'review-asked');

/**
 * The companies that have an account which the reply lists. A listing doesn't name its reply, so those of two replies of one
 * moment are looked at when the later one counts as acted on.
 */
function holdersOfListed({ after, trace, world }: Writing): readonly string[] {
  const isUnfinishedTwin = (one: Attributes) =>
    one['reply'] !== undefined &&
    one['takenAt'] === after['takenAt'] &&
    one['replyId'] !== after['replyId'] &&
    one['actedOnAt'] === undefined;
  if (itemsOf(world, 'Replies').some(isUnfinishedTwin)) return [];
  const isListing = (item: Attributes | undefined) =>
    item?.['listing'] !== undefined && item['recordedAt'] === after['takenAt'];
  const listed = new Set(
    [...trace.written.values()].flatMap((item) => (isListing(item) ? [item?.['accountRef']] : [])),
  );
  return itemsOf(world, 'Accounts').flatMap(({ accountRef, register }) =>
    register && listed.has(accountRef) ? [String((register as Attributes)['enterpriseCode'])] : [],
  );
}

/** A delivery is due later only once a message of it was sent. */
function dueOrder({ before, after, trace, world }: Writing): string | undefined {
  const isMoved = before?.['revision'] === after['revision'] && before?.['dueAt'] !== after['dueAt'];
  const isSent = sentTo({ trace, world }, 'deliver-notice').some(({ noticeId }) => noticeId === after['noticeId']);
  return before && isMoved && !isSent
    ? `${String(after['noticeId'])} is due later before a message of it is sent`
    : undefined;
}

const ORDER: Readonly<Record<string, MissingWrite>> = {
  Assessments: verdictOrder,
  Deliveries: dueOrder,
  Accounts: rowOrder,
  Companies: (writing) => rowOrder(writing) ?? decisionOrder(writing),
  PoliceRecords: rowOrder,
  Subscribers: rowOrder,
  Files: (writing) =>
    fileOrder(writing) ??
    decisionKept(writing) ??
    dropOrder(writing) ??
    decidedTwice(writing) ??
    leftOutWhole(writing) ??
    earlierTakenBack(writing) ??
    earlierLookedFor(writing) ??
    othersKnown(writing) ??
    rejectedStored(writing) ??
    stoppedOrder(writing),
  Links: (writing) => bandOrder(writing) ?? claimOrder(writing),
  Notices: noticeOrder,
  Measures: measureOrder,
  Outcomes: enteredAgain,
  Releases: waitingOrder,
  Replies: replyOrder,
  Reviews: waitingOrder,
  Log: logOrder,
};

/** A sentence that says what should have been done before a write. */
export const missingBefore = (kind: string, writing: Writing): string | undefined => ORDER[kind]?.(writing);
