import { describe, expect, it } from 'vitest';
import { checkLog, checkProof } from '#infra/operator/check-log.ts';
import { witnessSentence } from '#infra/operator/check-witnesses.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { LOG_FILES, PROOFS } from '#shared/contracts/log-files.ts';
import { aCopiedLog, SIZE } from '#test/support/transparency-log/a-copied-log.ts';
import { BY, WITNESS } from '#test/support/transparency-log/copied-log.ts';
import { bytes, cosigned, signer } from '#test/support/transparency-log/a-log.ts';

const whole = aCopiedLog();
const checkpoint = new TextDecoder().decode(whole.get(LOG_FILES.checkpoint));
/** A key that somebody who writes the copy has made under the name of the real witness. */
const FALSE_WITNESS = signer(WITNESS.key.name, 'cosignature');
const STRANGER = signer('stranger.example/witness', 'cosignature');

/** The copy with another witness in the list of keys and on the co-signed checkpoint. */
const witnessedBy = (witness: typeof WITNESS) =>
  new Map(whole)
    .set(LOG_FILES.keys, bytes(`${textOfKey(BY.key)}\n${textOfKey(witness.key)}\n`))
    .set(LOG_FILES.witnessed, bytes(cosigned(checkpoint, witness)));

describe('the witnesses of a copied log', () => {
  it('a witness that the reader knows is named with the size and the time of its signature', () => {
    const { faults, witnesses = [] } = checkLog(whole, [BY.key, WITNESS.key], [], 'expected');
    expect(faults).toEqual([]);
    expect(witnesses.map(witnessSentence)).toEqual([
      `Bên chứng kiến bank.example/witness đã ký ${SIZE} mục lúc 2023-11-14T22:13:20.000Z.`,
    ]);
  });

  it('a missing signature of a witness that the reader knows is a fault', () => {
    const files = new Map(whole);
    files.delete(LOG_FILES.witnessed);
    expect(checkLog(files, [BY.key, WITNESS.key], []).faults).toEqual([
      expect.stringContaining('thiếu chữ ký của bên chứng kiến đã biết'),
    ]);
    expect(checkLog(files, [BY.key], []).faults).toEqual([]);
  });

  it('another key under the name of a witness that the reader knows is a fault', () => {
    const { faults } = checkLog(witnessedBy(FALSE_WITNESS), [BY.key, WITNESS.key], []);
    expect(faults).toEqual(
      expect.arrayContaining([expect.stringContaining('keys:'), expect.stringContaining('thiếu chữ ký')]),
    );
  });

  it('a witness whose key comes from the copy alone is said to be unknown to the reader', () => {
    for (const witness of [FALSE_WITNESS, STRANGER]) {
      const { faults, witnesses = [] } = checkLog(witnessedBy(witness), [BY.key], []);
      expect(faults).toEqual([]);
      expect(witnesses.map(witnessSentence)).toEqual([expect.stringContaining('hãy so với khóa đã biết')]);
    }
  });

  it('the witness of a proof is named too', () => {
    const proof = [...whole].find(([path]) => path.startsWith(PROOFS))?.[1] ?? bytes('');
    const text = `${new TextDecoder().decode(proof)}${cosigned(checkpoint, WITNESS).split('\n').at(-2)}\n`;
    expect(checkProof(text, [BY.key, WITNESS.key])).toMatchObject({
      faults: [],
      witnesses: [{ name: WITNESS.key.name, size: SIZE, time: 1_700_000_000, isKnown: true }],
    });
  });
});
