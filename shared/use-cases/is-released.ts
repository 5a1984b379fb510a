import type { Notice } from '#shared/domain/notification/notice/notice.ts';

/** Decides whether a notice may change to its next state now. */
export type IsReleased = (next: Notice, before: Notice | undefined) => Promise<boolean>;

/** For notices to the police, which are notified at once. */
export const releasedAtOnce: IsReleased = () => Promise.resolve(true);
