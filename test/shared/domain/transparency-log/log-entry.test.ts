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

/** The least processor time of some rounds, in microseconds. */
function leastTime(work: () => unknown): number {
  const rounds = Array.from({ length: 8 }, () => {
    const before = process.cpuUsage();
    for (let n = 0; n < 1000; n += 1) work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...rounds);
}

describe('the commitment of an entry', () => {
  it('a commitment is the hash of its purpose, the salt and the plain entry', () => {
    expect(Buffer.from(commitmentOf(sha256, opened))).toEqual(Buffer.from(sha256(committed())));
  });

  it('a commitment takes little longer than its JSON and its hash', () => {
    const least = leastTime(() => sha256(committed()));
    expect(leastTime(() => commitmentOf(sha256, opened))).toBeLessThan(1.6 * least);
  });
});
