import { type DeskUser, sendForm } from './desks.ts';
import { itemsOf } from './end-state.ts';
import type { ListedAccount } from './listed-accounts.ts';
import type { World } from './world.ts';

const FORM = '/police/releases';

/** Votes on the change that is proposed, unless another one is named. */
export function voteOnChange(
  world: World,
  user: DeskUser,
  outcome: 'release' | 'refuse',
  { noticeId, changeId }: ListedAccount & { readonly changeId?: string },
): Promise<boolean | undefined> {
  const proposed = itemsOf(world, 'Releases').find((one) => one['noticeId'] === noticeId)?.['changeId'];
  const change = [`${noticeId} ${changeId ?? String(proposed)}`];
  return sendForm(world, user, FORM, { change, outcome, reason: 'đã đối chiếu' });
}
