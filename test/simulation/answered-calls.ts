import { contentId } from '#shared/runtime/content-id.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import type { SimulatedInvocation } from './invocations.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';
import { sentTo } from './writing.ts';

/** A call of the receivers' API that was answered. */
export interface AnsweredCall {
  readonly event: { readonly body?: string };
  readonly answer: { readonly statusCode: number; readonly body?: string } | undefined;
  readonly overtaken: SimulatedInvocation['overtaken'];
  readonly trace: InvocationTrace;
  readonly world: World;
}

/** A refused writer reads once whether the write that stands is its own, and once more what to follow. */
const LOOKS = 2;

/**
 * What is wrong with a reply that its receiver is told is taken: it has to be stored as it was sent, also where another
 * one has used its key, its message has to be sent, and a decision has to follow the one that was stored before it.
 */
export function wronglyTaken({ event, answer, overtaken, trace, world }: AnsweredCall): string | undefined {
  if (answer?.statusCode !== 202) return undefined;
  const { replyId } = JSON.parse(answer.body ?? '{}') as { replyId?: string };
  if (replyId === undefined) return undefined;
  if (!sentTo({ trace, world }, 'record-reply').some((sent) => sent['replyId'] === replyId))
    return `the reply ${replyId} is taken before its message is sent`;
  const table = `${tableNamed(world, 'Replies')} `;
  if ([...overtaken].some(([item, { looks }]) => looks < LOOKS && item.startsWith(table) && item.includes('"last#')))
    return `the decision ${replyId} does not follow the one that was faster`;
  const stored = itemsOf(world, 'Replies').find((one) => one['replyId'] === replyId)?.['reply'] as Attributes;
  return contentId(stored['body']) === contentId(JSON.parse(event.body ?? '{}'))
    ? undefined
    : `the reply ${replyId} is taken, and another one of its key is stored`;
}
