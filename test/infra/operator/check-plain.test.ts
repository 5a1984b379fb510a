import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlain } from '#infra/operator/check-plain.ts';
import { commitmentOf, entryBytes, orderedJson, sealedBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { type LogEntry, openedLine, splitLine } from '#shared/contracts/log-entry.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { bytes } from '#test/support/transparency-log/a-log.ts';
import { anEntry } from '#test/support/transparency-log/appender.ts';

const salt = sha256(bytes('salt'));
const opened = [anEntry(0, 'verdict-reached'), anEntry(1), anEntry(2, 'data-read')].map((plain) => ({ plain, salt }));
const checked = (lines: readonly string[], entries = opened.map((one) => entryBytes(sha256, one))) =>
  checkPlain(lines.map((line) => `${line}\n`).join(''), { entries, levels: [] });

describe('the plain entries beside a log', () => {
  it('all that agree are counted, and those of notices are returned', () => {
    expect(checked(opened.map(openedLine))).toEqual({ opened: 3, entries: [opened[1]!.plain], faults: [] });
  });

  it('a line is split into the parts that it was written from, whatever the entry says', () => {
    const says = fc.dictionary(fc.string({ unit: 'binary' }), fc.oneof(fc.string({ unit: 'binary' }), fc.boolean()));
    fc.assert(
      fc.property(says, fc.uint8Array({ minLength: 32, maxLength: 32 }), (said, bytesOfSalt) => {
        const plain: LogEntry = { ...anEntry(0), says: said };
        const { kind, at, by } = plain;
        expect(splitLine(openedLine({ plain, salt: bytesOfSalt }))).toEqual({
          head: { kind, at, by },
          content: orderedJson(plain),
          salt: bytesOfSalt,
        });
      }),
    );
  });

  it('a line is a fault where any of its characters was changed, removed or repeated', () => {
    const lines = opened.map(openedLine);
    for (const [place, line] of lines.entries()) {
      for (let at = 0; at < line.length; at += 1) {
        const [before, char, after] = [line.slice(0, at), line.charAt(at), line.slice(at + 1)];
        for (const other of [`${char}${char}`, '', char === 'a' ? 'b' : 'a', `${char} `]) {
          const changed = lines.with(place, before + other + after);
          if (changed[place] === line) continue;
          expect([at, other, checked(changed).faults.length]).toEqual([at, other, 1]);
        }
      }
    }
  });

  it('a line is a fault where its entry was sealed under another kind, time or actor', () => {
    const { plain } = opened[0]!;
    const commitment = commitmentOf(sha256, salt, orderedJson(plain));
    for (const other of [{ kind: 'data-read' }, { at: '2026-11-27T00:00:00.000Z' }, { by: 'operator' }]) {
      const sealed = sealedBytes({ ...plain, ...other }, commitment);
      expect(checked([openedLine(opened[0]!)], [sealed]).faults).toHaveLength(1);
    }
  });

  it('a line is a fault where what it says of a notice cannot be read', () => {
    const content = orderedJson({ ...anEntry(1), says: { noticeId: { of: 'another kind' } } });
    const sealed = sealedBytes(anEntry(1), commitmentOf(sha256, salt, content));
    const line = openedLine(opened[1]!).replace(orderedJson(opened[1]!.plain), content);
    expect(checked([line], [sealed]).faults).toHaveLength(1);
  });
});
