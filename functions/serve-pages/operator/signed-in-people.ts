import { type DeskRole, rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { ListedSession } from '#shared/tables/sessions.ts';

/** A person with open sessions. */
export interface SignedInPerson {
  /** The person's id at the sign-in provider. */
  readonly person: string;
  readonly name: string;
  readonly groups: readonly DeskRole[];
  readonly sessions: number;
  /** ISO instant of the sign-in to the first of the open sessions. */
  readonly signedInAt: string;
  /** ISO instant of the last use of any of them. */
  readonly seenAt: string;
}

/** The people of sessions, the one who was seen last first. */
export const signedInPeople = (sessions: readonly ListedSession[]): readonly SignedInPerson[] =>
  [...Map.groupBy(sessions, ({ subject }) => subject)]
    .map(([person, own]) => ({
      person,
      name: own.at(-1)?.displayName ?? '',
      groups: rolesOf(own.flatMap(({ roles }) => roles)),
      sessions: own.length,
      signedInAt: own.map(({ signedInAt }) => signedInAt).toSorted()[0] ?? '',
      seenAt:
        own
          .map(({ seenAt }) => seenAt)
          .toSorted()
          .at(-1) ?? '',
    }))
    .toSorted((a, b) => (a.seenAt > b.seenAt ? -1 : 1));
