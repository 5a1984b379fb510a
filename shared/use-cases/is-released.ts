import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { Overtaken } from '#shared/runtime/until-written.ts';

/** Decides whether a notice may change to its next state now; overtaken where somebody votes on it meanwhile. */
export type IsReleased = (next: Notice, before: Notice | undefined) => Promise<boolean | Overtaken>;

/** For notices to the police, which are notified at once. */
export const releasedAtOnce: IsReleased = () => Promise.resolve(true);
