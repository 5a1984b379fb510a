import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnDoing } from '#shared/domain/notification/notice/own-doing.ts';

const beside = (print: string, asks = true) => ({ print, asks });

describe("a receiver's own doing", () => {
  it.each([
    ['all else stands as it stood', 'update', { besides: 'a' }, beside('a'), true],
    ['something else has changed', 'update', { besides: 'a' }, beside('b'), false],
    ['it is taken back, all else stands', 'withdraw', { besides: 'a' }, beside('a'), true],
    ['it comes again, all else stands', 'issue', { besides: 'a' }, beside('a'), true],
    ['what it once stood beside is not known', 'update', {}, beside('a'), false],
    ['the first one, which nothing else asks for', 'issue', undefined, beside('a', false), true],
    ['the first one, which something else asks for too', 'issue', undefined, beside('a'), false],
    ['its time is over', 'expire', { besides: 'a' }, beside('a'), false],
    ['its time is prolonged', 'renew', { besides: 'a' }, beside('a'), false],
    ['nothing changes', 'none', { besides: 'a' }, beside('a'), false],
  ] as const)('%s', (_what, action, before, besides, expected) => {
    expect(isOwnDoing(action, before, besides)).toBe(expected);
  });

  it('is none where anything but the own word differs, whatever happens', () => {
    const action = fc.constantFrom('none', 'issue', 'update', 'renew', 'withdraw', 'expire');
    fc.assert(
      fc.property(action, fc.string(), fc.string(), fc.boolean(), (happens, was, is, asks) => {
        fc.pre(was !== is);
        expect(isOwnDoing(happens, { besides: was }, { print: is, asks })).toBe(false);
      }),
    );
  });
});
