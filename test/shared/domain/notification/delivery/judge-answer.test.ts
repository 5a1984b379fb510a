import { describe, expect, it } from 'vitest';
import { judgeAnswer } from '#shared/domain/notification/delivery/judge-answer.ts';

const now = new Date('2026-03-02T01:00:00.000Z');

describe('judgeAnswer', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [101, 'answered'],
    [301, 'answered'],
    [307, 'answered'],
    [400, 'refused'],
    [401, 'answered'],
    [404, 'answered'],
    [410, 'gone'],
    [413, 'refused'],
    [422, 'refused'],
    [429, 'unreachable'],
    [500, 'answered'],
    [503, 'unreachable'],
    [undefined, 'unreachable'],
  ])('the answer %s is judged as %s', (status, kind) => {
    expect(judgeAnswer(status === undefined ? { status } : { status }, now).kind).toBe(kind);
  });
  it('judgeAnswer keeps the delay of Retry-After where the server asks for a later call, by that server’s own clock', () => {
    const slow = { retryAfter: 'Mon, 02 Mar 2026 00:51:00 GMT', date: 'Mon, 02 Mar 2026 00:50:00 GMT' };
    expect(judgeAnswer({ status: 503, ...slow }, now)).toEqual({ kind: 'unreachable', restSeconds: 60 });
    expect(judgeAnswer({ status: 503, retryAfter: '60' }, now)).toEqual({ kind: 'unreachable', restSeconds: 60 });
    expect(judgeAnswer({ status: 500, retryAfter: '60' }, now)).toEqual({ kind: 'answered' });
  });
});
