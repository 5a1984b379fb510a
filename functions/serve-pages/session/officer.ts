import type { DeskRole } from '#shared/domain/notification/desk-role.ts';

/** How much waits at the entries of the menu, by their addresses. */
export type WaitingCounts = Readonly<Record<string, number>>;

/** A person with an open session. */
export interface Officer {
  readonly sessionId: string;
  readonly subject: string;
  readonly displayName: string;
  readonly email?: string | undefined;
  readonly roles: readonly DeskRole[];
  readonly formToken: string;
  /** What waits at the person's desks, where a page shows it. */
  readonly waiting?: WaitingCounts | undefined;
}
