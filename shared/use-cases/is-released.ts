import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { Overtaken } from '#shared/runtime/until-written.ts';

/**
 * What people have said to the next change of a notice. `asked`: the request to them was just written or has just ended,
 * so that its grounds may have changed meanwhile.
 */
type Release = 'released' | 'waits' | 'asked';

/**
 * Decides whether a notice may change to its next state now; overtaken where somebody votes on it meanwhile.
 * @param next undefined where nothing changes, so that nothing is asked of people any longer
 */
export type IsReleased = (
  noticeId: string,
  next: Notice | undefined,
  before: Notice | undefined,
) => Promise<Release | Overtaken>;

/** For notices to the police, which are notified at once. */
export const releasedAtOnce: IsReleased = () => Promise.resolve('released');
