import { Refused } from '#shared/use-cases/replies/refused.ts';

/** The instant of a notice's last change and its id, as the feed orders them. */
const POSITION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{22}$/u;

/** A place in the feed as its reader carries it: opaque, and good for his own notices alone. */
export const cursorOf = (position: string): string => Buffer.from(position, 'utf8').toString('base64url');

/**
 * The place after which to read on; the feed's beginning for no cursor or an empty one.
 * @throws {Refused} where it is none that the feed gave
 */
export function positionOf(cursor: string | undefined): string {
  if (cursor === undefined || cursor === '') return '';
  const position = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursorOf(position) !== cursor || !POSITION.test(position)) throw new Refused('cursor_unreadable');
  return position;
}
