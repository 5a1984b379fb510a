import type { Notice } from '#shared/domain/notification/notice/notice.ts';

/** Whether a notice may move on to its next state now. */
export type IsReleased = (next: Notice, before: Notice | undefined) => Promise<boolean>;

/** Of the police's notices: the police are notified at once. */
export const releasedAtOnce: IsReleased = () => Promise.resolve(true);
