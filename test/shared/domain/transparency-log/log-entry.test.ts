import { describe, expect, it } from 'vitest';
import { commitmentOf, orderedJson } from '#shared/domain/transparency-log/log-entry.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { bytes } from '#test/support/transparency-log/a-log.ts';

const opened = {
  plain: {
    id: contentId(1),
    kind: 'notice-issued',
    at: '2026-11-30T00:00:00.000Z',
    by: 'function:5-notify-banks',
    says: { receiver: 'bank#970436', noticeId: contentId(2), digest: '0'.repeat(64), sequence: 1 },
  },
  salt: new Uint8Array(32),
} as const;
const committed = () => Buffer.concat([bytes('haukiem/entry/v1\n'), opened.salt, bytes(orderedJson(opened.plain))]);

describe('the JSON of an entry', () => {
  it('the keys of each object are sorted at every depth, also in lists', () => {
    const value = { b: [{ d: 1, c: undefined }, 'x', null], a: { f: true, e: [] } };
    expect(orderedJson(value)).toBe('{"a":{"e":[],"f":true},"b":[{"d":1},"x",null]}');
  });
});

describe('the commitment of an entry', () => {
  it('a commitment is the hash of its purpose, the salt and the plain entry', () => {
    expect(Buffer.from(commitmentOf(sha256, opened.salt, orderedJson(opened.plain)))).toEqual(
      Buffer.from(sha256(committed())),
    );
  });
});
