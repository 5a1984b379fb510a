import { dossierFolder } from '#shared/contracts/dossier-files.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { InvocationTrace, Queried } from './invocation-trace.ts';
import { tableNamed, unpacked } from './end-state.ts';
import { placeOf } from './ending.ts';
import { sentTo } from './writing.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** The context in which a message is sent. */
interface Sending {
  readonly message: Attributes;
  readonly delaySeconds: number;
  /** The trace of the sending function. */
  readonly trace: InvocationTrace;
  readonly world: World;
}
type IsInOrder = (sending: Sending) => boolean;

const written = ({ trace, world }: Sending, kind: string, is: (item: Attributes) => boolean = () => true): boolean =>
  [...trace.written].some(
    ([place, item]) => item !== undefined && place.startsWith(`${tableNamed(world, kind)} `) && is(item),
  );

const stands = ({ world }: Sending, kind: string, key: Attributes, is: (item: Attributes) => boolean): boolean => {
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName: tableNamed(world, kind), Key: key } });
  return Item !== undefined && is(Item as Attributes);
};

const noticeStands = (sending: Sending, { receiver, noticeId, sequence = 0 }: Attributes): boolean =>
  stands(sending, 'Notices', { receiver, noticeId }, (notice) => Number(notice['sequence']) >= Number(sequence));

const replyStands: IsInOrder = (sending) => {
  const { receiver, replyId } = sending.message;
  return stands(sending, 'Replies', { receiver, replyId }, () => true);
};

/**
 * Everybody who was sent a message about an assessment before it is marked as notified is sent it again if the function
 * ends between the two.
 */
const isNotYetTold = ({ notified }: Attributes): boolean => notified !== true;

/** The assessments, which stay as they are, of companies whose people the function has asked to have verified. */
function awaited({ trace, world }: Sending): readonly Attributes[] {
  const codes = new Set(sentTo({ trace, world }, '2-verify-people').map(({ enterpriseCode }) => enterpriseCode));
  return [...codes].flatMap((code) => {
    const place = placeOf(world, 'Assessments', code);
    const found = trace.seen.get(place);
    return found === undefined || trace.written.has(place) ? [] : [found];
  });
}

/** The accounts of an assessment. */
export const accountsIn = (assessed: Attributes): readonly Attributes[] =>
  unpacked(assessed)['accounts'] as readonly Attributes[];

const entered: IsInOrder = (sending) => {
  const { kind, says } = sending.message as { kind: string; says: Attributes };
  if (/^notice-(?:issued|changed|withdrawn|expired)$/u.test(kind)) return noticeStands(sending, says);
  if (kind !== 'dossier-issued') return true;
  const { world } = sending;
  const noticeId = String(says['noticeId']);
  const key = { receiver: 'police', noticeId };
  return stands(sending, 'Notices', key, ({ content }) => {
    const { enterpriseCode } = content as { enterpriseCode: string };
    const folder = dossierFolder({ enterpriseCode, noticeId, sequence: Number(says['sequence']) });
    return world.objects.get(world.design.evidence, `${folder}/checksums.json`) !== undefined;
  });
};

/** A file that is to restore deleted facts counts as being read from now on, so that its missing rows prove nothing. */
const isMarkedToRestore: IsInOrder = ({ message, delaySeconds, trace, world }) => {
  if (message['restores'] !== true || delaySeconds > 0) return true;
  const [feed = '', ...rest] = String(message['key']).split('/');
  const coverage = trace.written.get(`${tableNamed(world, 'Files')} ${JSON.stringify(['coverage', feed])}`);
  return contentId(rest.join('/')) in ((coverage?.['reading'] ?? {}) as Attributes);
};

/** A reader that has no time left says once more that the file is being read, after it has saved how far it came. */
const isSaidToGoOn: IsInOrder = ({ message, delaySeconds, trace, world }) => {
  const [feed = '', ...rest] = String(message['key']).split('/');
  const table = tableNamed(world, 'Files');
  const [saved, said] = [
    `${table} ${JSON.stringify([feed, rest.join('/')])}`,
    `${table} ${JSON.stringify(['coverage', feed])}`,
  ];
  if (delaySeconds > 0 || trace.written.get(saved)?.['version'] !== message['version']) return true;
  const places = [...trace.written.keys()];
  return places.indexOf(said) > places.indexOf(saved);
};

/** The notice has the status of the police's decision, unless it has another sequence or a later decision. */
const isDecided = (sending: Sending): boolean =>
  [...sending.trace.seen].every(([place, item]) => {
    const { kind, noticeId, body } = (item?.['reply'] ?? {}) as Attributes;
    if (kind !== 'police-decision' || !place.startsWith(`${tableNamed(sending.world, 'Replies')} `)) return true;
    const order = `${String(item?.['takenAt'])}#${String(item?.['replyId'])}`;
    const isIt = (notice: Attributes) =>
      notice['sequence'] !== (body as Attributes)['sequence'] || String(notice['repliedAs'] ?? '') >= order;
    return stands(sending, 'Notices', { receiver: 'police', noticeId }, isIt);
  });

/** A company without a registration is sent on before its people are deleted, so that a repetition sends it on again. */
const isNotRegistered = ({ message, trace, world }: Sending): boolean => {
  const ofCompany = ({ table, of }: Queried) =>
    table === tableNamed(world, 'Companies') && of === message['enterpriseCode'];
  const found = trace.queries.findLast(ofCompany);
  return found !== undefined && !found.items.some((item) => 'registration' in item);
};

/** By sender and receiver, the items that must be stored before the message is sent. */
const ORDER: Readonly<Record<string, IsInOrder>> = {
  '1-read-file 1-read-file': (sending) => isSaidToGoOn(sending) && isMarkedToRestore(sending),
  '2-verify-people 3-assess-company': (sending) =>
    written(sending, 'Verifications', (one) => one['enterpriseCode'] === sending.message['enterpriseCode']) ||
    isNotRegistered(sending),
  '3-assess-company 4-notify-police': (sending) =>
    written(
      sending,
      'Assessments',
      (one) => one['enterpriseCode'] === sending.message['enterpriseCode'] && isNotYetTold(one),
    ) || awaited(sending).some(({ assessmentId }) => assessmentId === sending.message['assessmentId']),
  '3-assess-company 5-notify-banks': (sending) =>
    written(sending, 'Assessments', isNotYetTold) ||
    awaited(sending).some((one) =>
      accountsIn(one).some(({ accountRef }) => accountRef === sending.message['accountRef']),
    ),
  '4-notify-police issue-dossier': (sending) => noticeStands(sending, { receiver: 'police', ...sending.message }),
  '4-notify-police deliver-notice': (sending) => noticeStands(sending, sending.message),
  '5-notify-banks deliver-notice': (sending) => noticeStands(sending, sending.message),
  '4-notify-police append-entries': entered,
  '5-notify-banks append-entries': entered,
  'issue-dossier append-entries': entered,
  'receiver-api record-reply': replyStands,
  'record-reply 3-assess-company': (sending) =>
    (written(sending, 'Companies') && isDecided(sending)) || written(sending, 'Accounts'),
  'record-reply 5-notify-banks': (sending) => written(sending, 'Accounts'),
};

/** Whether everything that a message refers to is stored before the message is sent, so that its reader finds it. */
export const isSentInOrder = (from: string, to: string, sending: Sending): boolean =>
  ORDER[`${from} ${to}`]?.(sending) ?? true;
