import { type HandlingStatus, isAnswered } from '#shared/domain/notification/states.ts';
import { itemsOf } from './end-state.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** The attributes of a notice that say how its receiver has answered its present state. */
export const OF_ITS_ANSWER = ['handlingStatus', 'accountStatus'];
/** Stands for an answer that is not compared. */
export const OTHER_STATE_SINCE = 'the notice had another state since it was decided on';

/**
 * Where the receiver's own reply led to a notice's last state, its answer to the state before counts. If the notice came
 * to this state otherwise, the receiver acknowledges it.
 */
export const withoutCause = (notice: Attributes): Attributes =>
  notice['causedByReceiver'] === true ? { ...notice, handlingStatus: 'acknowledged' } : notice;

/**
 * The answer to a notice, for the comparison of two ends. A decision is about one state. Where a notice has changed and
 * has changed back, as while a reader's mark hides what its feed covers, its present state is only acknowledged.
 */
export function answerTo(notice: Attributes, world: World, ignored: ReadonlySet<string>): string {
  if (hasOtherStateSince(notice, world)) return OTHER_STATE_SINCE;
  const plain = withoutCause(notice);
  return OF_ITS_ANSWER.flatMap((name) => (ignored.has(name) ? [] : [`${name} ${String(plain[name])}`])).join(', ');
}

/** Whether a notice has changed after the state that its receiver decided on, and not because of that decision. */
function hasOtherStateSince({ noticeId, sequence, causedByReceiver }: Attributes, world: World): boolean {
  if (causedByReceiver === true) return false;
  const decided = itemsOf(world, 'Replies').flatMap(({ reply }) => {
    const { kind, body, ...of } = (reply ?? {}) as { kind?: string; noticeId?: unknown; body?: Attributes };
    return kind?.endsWith('-decision') === true && of.noticeId === noticeId ? [Number(body?.['sequence'])] : [];
  });
  return decided.length > 0 && Math.max(...decided) < Number(sequence);
}

interface StateChange {
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

/** A state to which only the receiver's own reply has led keeps the answer to the state before. */
export function answerKept({ before, after }: StateChange): string | undefined {
  if (before?.['state'] !== 'in_force' || after?.['state'] !== 'in_force') return undefined;
  const isSame = (name: string) => before[name] === after[name];
  const levelOf = ({ content }: Attributes) => (content as Attributes)['level'];
  if (before['otherGrounds'] === undefined || !isSame('otherGrounds') || isSame('fingerprint')) return undefined;
  if (!isAnswered(before['handlingStatus'] as HandlingStatus)) return undefined;
  if (after['receiver'] === 'police' && levelOf(before) === levelOf(after)) return undefined;
  return OF_ITS_ANSWER.every(isSame)
    ? undefined
    : `${String(after['noticeId'])} loses the answer that has led to its sequence ${String(after['sequence'])}`;
}
