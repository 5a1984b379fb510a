import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditLog } from '#shared/domain/transparency-log/audit-log.ts';
import { bundleOf, entriesOf } from '#shared/domain/transparency-log/entry-bundle.ts';
import { treeHashing } from '#shared/domain/transparency-log/tree-hash.ts';
import { sha256 } from '#shared/runtime/signing.ts';
import { ALog, cosigned, hashing, numbered, signer } from '#test/support/transparency-log/a-log.ts';

const BY = signer();
const faultsOf = (log: ALog, seen: ReturnType<ALog['opened']>[] = []) =>
  auditLog(hashing, log, log.opened(), seen).faults;
const grown = (...pieces: number[]) => {
  const log = new ALog(BY);
  let from = 0;
  for (const count of pieces) {
    log.append(...numbered(count, from));
    from += count;
  }
  return log;
};
const pieces = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 });

describe('the audit of a log', () => {
  it('the audit of a log finds no fault in an undamaged log with earlier partial tiles', () => {
    fc.assert(
      fc.property(pieces, (counts) => {
        expect(faultsOf(grown(...counts))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('the audit of a log finds every file that is missing, cut short or superfluous', () => {
    for (const path of grown(300, 10).paths) {
      const [gone, cut, longer] = [grown(300, 10), grown(300, 10), grown(300, 10)];
      const bytes = gone.files.get(path)!;
      gone.files.delete(path);
      // Tiles of an earlier tree alone may be missing
      const isOfThisTree = !['tile/0/001.p/44', 'tile/entries/001.p/44'].includes(path);
      expect(faultsOf(gone).length > 0).toBe(isOfThisTree);
      cut.files.set(path, bytes.subarray(0, -1));
      expect(faultsOf(cut)).not.toEqual([]);
      longer.files.set(path, Uint8Array.from([...bytes, 0]));
      expect(faultsOf(longer)).not.toEqual([]);
    }
    const more = grown(10);
    more.files.set('tile/0/000.p/11', new Uint8Array(11 * 32));
    more.files.set('tile/7/000', new Uint8Array(32));
    expect(faultsOf(more).map(({ code }) => code)).toEqual(['file_unexpected', 'file_unexpected']);
  });

  it('the audit of a log finds entries that changed places, even where the tiles were adapted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 600 }), fc.nat(), fc.nat(), (count, one, other) => {
        const texts = numbered(count);
        const [a, b] = [one % count, other % count];
        fc.pre(a !== b);
        const honest = new ALog(BY).append(...texts);
        [texts[a], texts[b]] = [texts[b]!, texts[a]!];
        const forged = new ALog(BY).append(...texts);
        forged.checkpoint = honest.checkpoint;
        expect(faultsOf(forged).map(({ code }) => code)).toContain('root_differs');
      }),
      { numRuns: 40 },
    );
  });

  it('the audit of a log finds an entry that was left out of its bundle', () => {
    const log = grown(5);
    const entries = entriesOf(log.read('tile/entries/000.p/5')!)!;
    log.files.set('tile/entries/000.p/5', bundleOf(entries.slice(1)));
    expect(faultsOf(log).map(({ where }) => where)).toContain('tile/entries/000.p/5');
  });

  it('the audit of a log finds a truncated and re-signed log by a remembered or co-signed checkpoint', () => {
    const witness = signer('bank.example/witness', 'cosignature');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 300 }), (kept, lost) => {
        const whole = grown(kept, lost);
        const remembered = whole.opened();
        const witnessed = whole.opened(cosigned(whole.checkpoint, witness), witness.key);
        const cut = grown(kept);
        expect(faultsOf(cut)).toEqual([]);
        for (const seen of [remembered, witnessed]) {
          expect(faultsOf(cut, [seen])).toEqual([{ code: 'shorter_than_seen', where: String(kept + lost) }]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('the audit of a log finds a fork at any entry, however long both sides are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 700 }), fc.nat(), fc.nat({ max: 300 }), (seen, at, further) => {
        const fork = at % seen;
        const honest = grown(seen);
        const texts = numbered(seen + further);
        texts[fork] = 'another entry';
        const other = new ALog(BY).append(...texts);
        expect(faultsOf(other)).toEqual([]);
        expect(faultsOf(other, [honest.opened()])).toEqual([{ code: 'forked', where: String(seen) }]);
        const goneOn = grown(seen, 5);
        expect(faultsOf(goneOn, [honest.opened()])).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('the audit of a log hashes each entry and each node of the tree about once', () => {
    const log = grown(20_000);
    let hashes = 0;
    const counting = treeHashing((bytes) => {
      hashes += 1;
      return sha256(bytes);
    });
    expect(auditLog(counting, log, log.opened(), []).faults).toEqual([]);
    expect(hashes).toBeGreaterThanOrEqual(2 * 20_000 - 1);
    expect(hashes).toBeLessThan(2.05 * 20_000);
  });
});
