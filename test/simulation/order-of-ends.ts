import { contentId } from '#shared/runtime/content-id.ts';
import { droppedFiles, FileArrived, isLaterDrop } from '#shared/contracts/file-arrived.ts';
import { mustBeDelivered, type Notice } from '#shared/domain/notification/notice/notice.ts';
import { POINTER_PREFIX } from '#shared/tables/uncertain-account-numbers.ts';
import { type Ending, type Missing, placeOf } from './ending.ts';
import { accountsIn } from './order-of-messages.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { decisionLeft } from './end-of-decisions.ts';
import { leaseGivenBack } from './end-of-deliveries.ts';
import { banksTold, linksMarked, overlookedAccount, sharedAnew, surveyAsked } from './end-of-assessments.ts';
import { isAskedAgain, isRegistered, verified } from './end-of-verifications.ts';
import { dueMoved, readyBy, surveyTold, sweptAsked } from './end-of-sweeps.ts';
import { claimsTakenBack } from './claimed-values.ts';
import { isNoticeOwed, laterRead } from './end-of-notices.ts';
import { observedListed, statusTaken } from './order-of-replies.ts';
import { decisionLookedUp, deletionLookedUp, progressLookedUp } from './order-of-readings.ts';
import { overlooked } from './stale.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

/** The most milliseconds by which the clocks of two functions differ. */
const CLOCKS_APART_MS = 1000;

const isStanding = (world: World, code: unknown, { gatheredAt }: Attributes): boolean =>
  itemsOf(world, 'Assessments').some((one) => one['enterpriseCode'] === code && one['gatheredAt'] === gatheredAt);

/** The company is assessed, or an assessment of facts from after the message was sent has been notified. */
const assessed: Missing = (ending) => {
  const { message, envelope, trace, world } = ending;
  const code = message['enterpriseCode'];
  const place = placeOf(world, 'Assessments', code);
  const own = trace.written.get(place);
  const unmarked = claimsTakenBack(trace, code) ?? linksMarked(ending, code);
  if (unmarked !== undefined) return unmarked;
  if (own) {
    if (own['notified'] !== true && isStanding(world, code, own))
      return `all are told of the assessment of ${String(code)}`;
    const left = sharedAnew(ending, own) ?? surveyAsked(ending, own) ?? banksTold(ending, own);
    if (left !== undefined) return left;
    const stale = overlooked(trace.grounds.get(place), trace);
    return stale && !isAskedAgain(ending, '3-assess-company')
      ? `${String(code)} is assessed by the ${stale} that came meanwhile`
      : undefined;
  }
  const before = trace.seen.get(place);
  const isOfLaterFacts = Date.parse(String(before?.['gatheredAt'])) > envelope.sentAt + CLOCKS_APART_MS;
  // Whoever may have lost its notice is told again, however new the assessment is
  const mayBeSpokenFor = envelope.receives <= 1 && message['renotify'] !== true;
  const isSpokenFor = before?.['notified'] === true && isOfLaterFacts && mayBeSpokenFor;
  const isAnew = isAskedAgain(ending, '3-assess-company');
  if (isSpokenFor && !isAnew && readyBy(ending)(before))
    return `${String(code)} is assessed again, for which a feed or a picture of the province came since`;
  // No fact is read of a company that counts as handled
  const isRead = trace.queries.some((one) => one.table === tableNamed(world, 'Companies') && one.of === code);
  const isKnown = isRead ? isRegistered(ending) : before !== undefined;
  if (isRead && !isKnown && before !== undefined && !isAnew)
    return `${String(code)} is forgotten, which is no longer registered`;
  if (isSpokenFor || !isKnown) return undefined;
  if (!arePeopleAwaited(ending)) return `${String(code)} is assessed`;
  return message['renotify'] === true && before !== undefined && !areAllTold(ending, before)
    ? `all are told again of ${String(code)}, whose people are awaited`
    : undefined;
};

/** The police are told of an assessment, and the bank of each account of a flagged company. */
function areAllTold(ending: Ending, before: Attributes): boolean {
  const isOfCompany = ({ enterpriseCode }: Attributes) => enterpriseCode === before['enterpriseCode'];
  const told = new Set(sentTo(ending, '5-notify-banks').map(({ accountRef }) => accountRef));
  const accounts = before['verdict'] === 'flagged' ? accountsIn(before) : [];
  return (
    sentTo(ending, '4-notify-police').some(isOfCompany) && accounts.every(({ accountRef }) => told.has(accountRef))
  );
}

/**
 * The function has found nobody verified, or has asked for the verification of other people. The verification then has
 * the company assessed.
 */
function arePeopleAwaited(ending: Ending): boolean {
  const looks = ending.trace.looks.get(placeOf(ending.world, 'Verifications', ending.message['enterpriseCode'])) ?? [];
  return looks.length > 0 && (looks.at(-1) === undefined || isAskedAgain(ending, '2-verify-people'));
}

/** Whether a message is about an account by a number that leads to the account of the notice. */
const leadsTo = (subject: unknown, { accountRef }: Attributes, { queries }: InvocationTrace): boolean =>
  queries.some(
    ({ of, items }) => of === accountRef && items.some(({ fact }) => fact === `${POINTER_PREFIX}${String(subject)}`),
  );

/** A changed notice has its log entry, its dossier and its delivery. */
const noticeTold =
  (own: string) =>
  (ending: Ending): string | undefined => {
    const { message, trace, world, givenBack } = ending;
    const subjectOf = (one: Attributes) => one['enterpriseCode'] ?? one['accountRef'];
    // Another message of the batch about the same company or account may have changed the notice, and goes back
    if (givenBack.some((one) => subjectOf(one) === subjectOf(message) || leadsTo(subjectOf(message), one, trace)))
      return undefined;
    if (isNoticeOwed(ending, own)) return `the notice of ${String(subjectOf(message))} is looked at`;
    const unread = laterRead(ending);
    if (unread !== undefined) return unread;
    for (const [place, notice] of trace.written) {
      if (!place.startsWith(`${tableNamed(world, 'Notices')} `) || !notice) continue;
      // Another message of the same batch may go back
      if (notice['subject'] !== subjectOf(message)) continue;
      const { receiver, noticeId, sequence } = notice;
      const stale = overlooked(trace.grounds.get(place), trace) ?? overlookedAccount(ending, place);
      if (stale && sentTo(ending, own).length === 0)
        return `${String(noticeId)} follows the ${stale} that came meanwhile`;
      const isTold = (folder: string) =>
        sentTo(ending, folder).some(
          (sent) => ((sent['says'] as Attributes | undefined) ?? sent)['noticeId'] === noticeId,
        );
      const owed = [
        'append-entries',
        ...(receiver === 'police' ? ['issue-dossier'] : []),
        ...(mustBeDelivered(notice as unknown as Notice) ? ['deliver-notice'] : []),
      ].find((folder) => !isTold(folder));
      if (owed !== undefined) return `${owed} is told of ${String(noticeId)}, sequence ${String(sequence)}`;
    }
    return undefined;
  };

/** The reply is marked as acted on. */
const actedOn: Missing = (ending) => {
  const { message, trace, world } = ending;
  const reply = trace.seen.get(placeOf(world, 'Replies', message['receiver'], message['replyId']));
  return reply && reply['actedOnAt'] === undefined
    ? `the reply ${String(message['replyId'])} is acted on`
    : (statusTaken(ending) ?? observedListed(ending));
};

/** The dossier of the notice's newest state is entered in the log. */
const dossierEntered: Missing = (ending) => {
  const { message, trace, world } = ending;
  const { noticeId, sequence } = message;
  const notice = trace.seen.get(placeOf(world, 'Notices', 'police', noticeId));
  if (notice?.['sequence'] !== sequence) return undefined;
  const isEntered = sentTo(ending, 'append-entries').some(({ kind, says }) => {
    const entry = says as Attributes;
    return kind === 'dossier-issued' && entry['noticeId'] === noticeId && entry['sequence'] === sequence;
  });
  return isEntered ? undefined : `the dossier of ${String(noticeId)} is entered in the log`;
};

/**
 * The function has put the newest checkpoint that it knows into the bucket, or has found it there. Where the log has all
 * its entries, another writer may have added them after the head was read, and may have been ended before it signed them.
 */
const checkpointPut: Missing = ({ trace, world }) => {
  const head = placeOf(world, 'Log', 'head', 'head');
  if (!trace.written.has(head) && trace.logLooks.entries > trace.logLooks.head)
    return 'the head of the log is read once more, which has its entries';
  const known = trace.seen.get(head)?.['checkpoint'];
  return known === undefined || known === trace.checkpoint ? undefined : 'the newest checkpoint lies in the bucket';
};

const fileRead: Missing = (ending) => {
  if ('release' in ending.message)
    return progressLookedUp(String(ending.message['key']), ending) ?? decisionLeft(ending);
  for (const { key, version, anew, restores } of droppedFiles(FileArrived.parse(ending.message))) {
    const [feed = '', ...rest] = key.split('/');
    const missing = dropRead(feed, rest.join('/'), { ...ending, key, version, anew, restores });
    if (missing !== undefined) return missing;
  }
  return undefined;
};

interface Drop {
  readonly key: string;
  readonly version: string;
  readonly anew: string | undefined;
  readonly restores: boolean | undefined;
}

function dropRead(feed: string, file: string, ending: Ending & Drop) {
  const { key, version, anew, restores, trace, world } = ending;
  const place = placeOf(world, 'Files', feed, file);
  const looks = trace.looks.get(place) ?? [];
  const own = trace.written.get(place);
  // That the own drop is to be read again later says nothing of its present reading
  const isLater = (one: Attributes) => one['version'] === version && one['anew'] !== undefined && one['anew'] !== anew;
  const sent = sentTo(ending, '1-read-file').filter((one) => one['key'] === key && !isLater(one));
  const found = looks.at(-1);
  const isFollowed = found !== undefined && isLaterDrop(String(found['version']), version);
  if (isFollowed && !sent.some((one) => one['anew'] !== undefined)) return `a later drop of ${key} is read anew`;
  if (sent.length > 0) return undefined;
  const unknown =
    progressLookedUp(key, ending) ?? deletionLookedUp(key, version, ending) ?? decisionLookedUp(key, ending);
  if (unknown !== undefined) return unknown;
  const isOther = (item: Attributes | undefined) => item?.['version'] !== version || item['startedAt'] !== anew;
  const isAsBefore = [own, ...looks].every((item) => item === undefined || !isOther(item));
  if (anew !== undefined && isAsBefore) {
    if (found?.['leftOut'] === undefined) return `${key} is read anew`;
    // A file that a person left out restores nothing
    if (restores !== true && !trace.written.has(placeOf(world, 'Files', 'taken-back', key)))
      return `what ${key} said is taken back once more`;
  }
  const marks = (item: Attributes | undefined) => (item?.['reading'] ?? {}) as Attributes;
  const print = contentId(file);
  const coverage = placeOf(world, 'Files', 'coverage', feed);
  // The mark of another reader, which was ended, goes with that reader's own message
  const said = marks(trace.written.get(coverage))[print];
  const isMarked =
    said !== undefined && itemsOf(world, 'Files').some((item) => item['file'] === feed && marks(item)[print] === said);
  return isMarked && !world.isRunning('1-read-file') ? `${key} is no longer marked as being read` : undefined;
}

const OF_STEP: Readonly<Record<string, Missing>> = {
  '1-read-file': fileRead,
  '2-verify-people': verified,
  '3-assess-company': assessed,
  '4-notify-police': noticeTold('4-notify-police'),
  '5-notify-banks': noticeTold('5-notify-banks'),
  'issue-dossier': dossierEntered,
  'record-reply': actedOn,
  'append-entries': checkpointPut,
  'deliver-notice': leaseGivenBack,
  'send-due-deliveries': dueMoved,
  'survey-province': surveyTold,
  'sweep-due': sweptAsked,
};

/** A sentence that says what should have been done before a function reports a message as done. */
export const missingAtEnd = (folder: string, ending: Ending): string | undefined => OF_STEP[folder]?.(ending);
