import { describe, expect, it } from 'vitest';
import { checkLog } from '#infra/operator/check-log.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { growTiles, rootOfEdge } from '#shared/domain/transparency-log/grow-tiles.ts';
import { entryBytes } from '#shared/domain/transparency-log/log-entry.ts';
import { tilePath, tilesOf } from '#shared/domain/transparency-log/tiles.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { seeded } from '#test/support/seeded.ts';
import { bytes, hashing, signedCheckpoint } from '#test/support/transparency-log/a-log.ts';
import { SIZE, ERASED, opened, aCopiedLog } from '#test/support/transparency-log/a-copied-log.ts';
import { BY, type LogCopy } from '#test/support/transparency-log/copied-log.ts';

const DAMAGES = 300;

/**
 * Files that may be missing without a fault: a tile of a smaller tree (tlog-tiles), a proof, a co-signed checkpoint.
 */
const present = new Set([...tilesOf(SIZE).map(tilePath), LOG_FILES.checkpoint, LOG_FILES.keys, LOG_FILES.plain]);

type Damage = (files: LogCopy, random: () => number) => string;
const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)]!;
const pathIn = (files: LogCopy, random: () => number) => oneOf([...files.keys()], random);
const changed = (files: LogCopy, path: string, made: Uint8Array): string => {
  files.set(path, made);
  return path;
};
const linesOf = (files: LogCopy) => new TextDecoder().decode(files.get(LOG_FILES.plain)).split('\n');
const withLines = (files: LogCopy, lines: readonly string[]) =>
  changed(files, LOG_FILES.plain, bytes(lines.join('\n')));

const KINDS: Readonly<Record<string, Damage>> = {
  'a bit is flipped': (files, random) => {
    const path = pathIn(files, random);
    const made = Uint8Array.from(files.get(path)!);
    made[Math.floor(random() * made.length)]! ^= 1 << Math.floor(random() * 8);
    return changed(files, path, made);
  },
  'the tail is cut': (files, random) => {
    const path = pathIn(files, random);
    const before = files.get(path)!;
    return changed(files, path, before.slice(0, Math.floor(random() * before.length)));
  },
  'bytes are added': (files, random) => {
    const path = pathIn(files, random);
    return changed(
      files,
      path,
      new Uint8Array(Buffer.concat([files.get(path)!, Buffer.of(10, Math.floor(random() * 256))])),
    );
  },
  'a file is removed': (files, random) => {
    const path = oneOf([...present], random);
    files.delete(path);
    return path;
  },
  'two files change places': (files, random) => {
    const [one, other] = [pathIn(files, random), pathIn(files, random)];
    const [first, second] = [files.get(one)!, files.get(other)!];
    changed(files, other, first);
    return `${changed(files, one, second)} ${other}`;
  },
  'a file lies under another name': (files, random) => {
    const path = pathIn(files, random);
    return changed(files, `${path}.${Math.floor(random() * 9)}`, files.get(path)!);
  },
  'two plain lines change places': (files, random) => {
    const lines = linesOf(files);
    const [one, other] = [Math.floor(random() * SIZE), Math.floor(random() * SIZE)];
    [lines[one], lines[other]] = [lines[other]!, lines[one]!];
    return withLines(files, lines);
  },
  'a plain line is emptied': (files, random) => withLines(files, linesOf(files).with(Math.floor(random() * SIZE), '')),
  'a plain line is left out': (files, random) =>
    withLines(files, linesOf(files).toSpliced(Math.floor(random() * SIZE), 1)),
  'the last entries are cut off and signed anew': (files, random) => {
    const size = 300 + Math.floor(random() * 250);
    const edge = growTiles(
      hashing,
      { size: 0, entries: [], hashes: [] },
      opened.slice(0, size).map((one) => entryBytes(sha256, one)),
    ).edge;
    const note = signedCheckpoint(BY, size, rootOfEdge(hashing, edge));
    return changed(files, LOG_FILES.checkpoint, bytes(note));
  },
};

const isSame = (one: LogCopy, other: LogCopy) =>
  one.size === other.size &&
  [...one].every(([path, content]) => Buffer.from(content).equals(other.get(path) ?? bytes('')));

describe('a damaged copy of a log', () => {
  const whole = aCopiedLog();

  it('the undamaged copy has no fault', () => {
    expect(checkLog(whole, [BY.key], [], 'expected')).toMatchObject({ faults: [], opened: SIZE - ERASED.length });
    expect(present.size).toBeLessThan(whole.size);
  });

  it.each(Object.entries(KINDS))('every damage of a kind is found: %s', (name, damage) => {
    const random = seeded(name.length * 1000);
    const missed: string[] = [];
    for (let n = 0; n < DAMAGES / Object.keys(KINDS).length; n += 1) {
      const files = new Map(whole);
      const what = damage(files, random);
      if (isSame(files, whole)) continue;
      if (checkLog(files, [BY.key], [], 'expected').faults.length === 0) missed.push(what);
    }
    expect(missed).toEqual([]);
  });
});
