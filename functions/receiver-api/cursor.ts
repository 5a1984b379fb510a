import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Receiver } from '#shared/domain/notification/receiver.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';

/** The instant of a notice's last change and its id, as the feed orders them. */
const POSITION = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#[\w-]{22}$/u;
const CURSOR = /^(?<place>[\w-]{1,100})\.(?<seal>[\w-]{43})$/u;

/** Writes and reads positions in the feed: opaque to readers, sealed by the API's own key, and valid for one reader. */
export interface Cursors {
  of(receiver: Receiver, position: string): string;
  /**
   * The position after which to read on; the feed's beginning for no cursor or an empty one.
   * @throws {RefusedRequest} where the feed did not give the cursor to this reader
   */
  positionOf(receiver: Receiver, cursor: string | undefined): string;
}

/** The seal prevents a reader from making a cursor, because a returned cursor acknowledges everything before it. */
export function cursors(secret: string): Cursors {
  const sealOf = (receiver: Receiver, place: string) =>
    createHmac('sha256', secret).update(`cursor\u0000${receiver}\u0000${place}`).digest();
  return {
    of(receiver, position) {
      if (position === '') return '';
      const place = Buffer.from(position, 'utf8').toString('base64url');
      return `${place}.${sealOf(receiver, place).toString('base64url')}`;
    },
    positionOf(receiver, cursor) {
      if (cursor === undefined || cursor === '') return '';
      const { place = '', seal = '' } = CURSOR.exec(cursor)?.groups ?? {};
      const [given, own] = [Buffer.from(seal, 'base64url'), sealOf(receiver, place)];
      const position = Buffer.from(place, 'base64url').toString('utf8');
      const isOurs = given.length === own.length && timingSafeEqual(given, own) && given.toString('base64url') === seal;
      if (!isOurs || !POSITION.test(position)) throw new RefusedRequest('cursor_unreadable');
      return position;
    },
  };
}
