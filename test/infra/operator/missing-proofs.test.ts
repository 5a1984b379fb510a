import { describe, expect, it } from 'vitest';
import { checkLog } from '#infra/operator/check-log.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { LOG_FILES, proofPath } from '#shared/contracts/log-files.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { bytes } from '#test/support/transparency-log/a-log.ts';
import { BY, opened, proofOf, WITNESS, written } from '#test/support/transparency-log/copied-log.ts';

describe('what a copy of a log must have', () => {
  it('an audit finds a removed proof of a notice’s newest state, and accepts a copy without proofs', () => {
    const { files } = written();
    const add = (index: number) => files.set(proofPath(opened[index]!.plain), bytes(proofOf(index)));
    for (const index of opened.keys()) add(index);
    expect(checkLog(files, [BY.key], []).faults).toEqual([]);
    files.delete(proofPath(opened[7]!.plain));
    expect(checkLog(files, [BY.key], []).faults).toEqual([expect.stringContaining(proofPath(opened[7]!.plain))]);
    for (const index of opened.keys()) files.delete(proofPath(opened[index]!.plain));
    expect(checkLog(files, [BY.key], []).faults).toEqual([]);
  });

  it('an audit needs no proof of a notice’s earlier state', () => {
    const [first, second] = [1, 2].map((sequence) => ({
      ...opened[0]!,
      plain: { ...opened[0]!.plain, id: contentId(['state', sequence]), says: { noticeId: contentId('a'), sequence } },
    }));
    const some = [first!, second!];
    const { files } = written(some);
    files.set(proofPath(second!.plain), bytes(proofOf(1, some)));
    expect(checkLog(files, [BY.key], []).faults).toEqual([]);
    files.delete(proofPath(second!.plain));
    files.set(proofPath(first!.plain), bytes(proofOf(0, some)));
    expect(checkLog(files, [BY.key], []).faults).toEqual([expect.stringContaining(proofPath(second!.plain))]);
  });

  it('an audit finds a list of keys without the log’s own key, or with another key before it', () => {
    for (const keys of [[WITNESS], [WITNESS, BY]]) {
      const { files } = written();
      files.set(LOG_FILES.keys, bytes(keys.map(({ key }) => `${textOfKey(key)}\n`).join('')));
      expect(checkLog(files, [BY.key, WITNESS.key], []).faults).toContainEqual(expect.stringContaining('keys: '));
    }
  });
});
