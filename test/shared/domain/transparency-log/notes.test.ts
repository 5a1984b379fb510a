import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base64Of } from '#shared/domain/transparency-log/base64.ts';
import {
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  signatureOfLine,
  signersOf,
  textOfNote,
  timeOf,
} from '#shared/domain/transparency-log/signed-note.ts';
import { parseProof, textOfProof } from '#shared/domain/transparency-log/proof-file.ts';
import { keyOfText, textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { keyInDer, sha256, verifyEd25519 } from '#shared/runtime/signing.ts';
import { ed25519Key } from '#infra/local/ed25519-key.ts';
import { bytes, cosigned, hashing, ORIGIN, signedCheckpoint, signer } from '#test/support/transparency-log/a-log.ts';

/** golang.org/x/mod, sumdb/note/note_test.go. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETERS_SEED = new Uint8Array(Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1));
const ENOCH = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETERS =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const ENOCHS =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const peter = keyOfText(sha256, PETER)!;
const enoch = keyOfText(sha256, ENOCH)!;

describe('signed notes', () => {
  it('signed notes are byte for byte those of the Go package', () => {
    const signature = { name: peter.name, keyId: peter.id, bytes: ed25519Key(PETERS_SEED).sign(bytes(TEXT)) };
    expect(textOfNote({ text: TEXT, signatures: [signature] })).toBe(`${TEXT}\n${PETERS}`);
    expect(keyInDer(ed25519Key(PETERS_SEED).publicDer)).toEqual(peter.publicKey);
  });

  it('an opened note names each known key that signed, and ignores unknown ones', () => {
    const note = parseNote(`${TEXT}\n${PETERS}${ENOCHS}`)!;
    const names = (...keys: (typeof peter)[]) => {
      const signed = signersOf(note, keys, verifyEd25519);
      return signed === 'forged' ? signed : signed.map(({ key }) => key.name);
    };
    expect(names(peter, enoch)).toEqual(['PeterNeumann', 'EnochRoot']);
    expect(names(enoch)).toEqual(['EnochRoot']);
    expect(names()).toEqual([]);
    expect(signersOf({ ...note, text: TEXT.replace('answer', 'Answer') }, [peter], verifyEd25519)).toBe('forged');
  });

  it.each([
    TEXT,
    `${TEXT}\n`,
    `${TEXT}\n${PETERS.slice(0, -1)}`,
    `\u0001${TEXT}\n${PETERS}`,
    `\ufffd${TEXT}\n${PETERS}`,
    `${TEXT}\n— Bad Name ${PETERS.split(' ')[2]}`,
    `${TEXT}\n${PETERS}Unexpected line.\n`,
    `${TEXT}\n${PETERS.repeat(101)}`,
  ])('text that is no signed note is refused (%#)', (note) => {
    expect(parseNote(note)).toBeUndefined();
  });

  it('the public part of another kind of key is no key of a log', () => {
    const { publicKey } = generateKeyPairSync('x25519', {
      publicKeyEncoding: { format: 'der', type: 'spki' },
      privateKeyEncoding: { format: 'der', type: 'pkcs8' },
    });
    expect(keyInDer(publicKey)).toBeUndefined();
  });

  it('a key with one changed character is refused', () => {
    expect(textOfKey(peter)).toBe(PETER);
    for (let at = 0; at < PETER.length; at += 1) {
      const changed = String.fromCodePoint(PETER.codePointAt(at)! + 1);
      expect(keyOfText(sha256, PETER.slice(0, at) + changed + PETER.slice(at + 1))).toBeUndefined();
      expect(keyOfText(sha256, PETER.slice(at + 1))).toBeUndefined();
      expect(keyOfText(sha256, PETER.slice(0, at))).toBeUndefined();
    }
    const wrongLength = 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==';
    const otherAlgorithm = 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    expect(keyOfText(sha256, wrongLength)).toBeUndefined();
    expect(keyOfText(sha256, otherAlgorithm)).toBeUndefined();
  });
});

describe('checkpoints', () => {
  it('checkpoints are read as those of golang.org/x/mod, sumdb/tlog/note_test.go', () => {
    const text = 'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n';
    const root = hashing.leaf(bytes('hello world'));
    expect(parseCheckpoint(text)).toEqual({ origin: 'go.sum database tree', size: 123_456_789_012, root });
    expect(parseCheckpoint(`${text}an extension\n`)?.size).toBe(123_456_789_012);
    for (const bad of [
      text.replace('123456789012', '0xabcdef'),
      text.replace('123456789012', '0123'),
      text.replace('wBb0=', 'wBTOOBIG='),
      text.slice(0, -1),
      `${text}\nafter an empty line\n`,
    ]) {
      expect(parseCheckpoint(bad)).toBeUndefined();
    }
  });

  it('the checkpoint of c2sp.org/tlog-cosignature is read with its log, size, root and two signatures', () => {
    const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
    const own =
      '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n';
    const witness =
      '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n';
    const note = parseNote(`${text}\n${own}${witness}`)!;
    expect(parseCheckpoint(note.text)?.size).toBe(20_852_163);
    expect(note.signatures.map(({ name }) => name)).toEqual(['example.com/behind-the-sofa', 'witness.example.com/w1']);
    expect(note.signatures[0]!.bytes).toHaveLength(64);
    // The time of the specification's own example
    expect(timeOf(note.signatures[1]!.bytes)).toBe(1_679_315_147);
    expect(textOfNote(note)).toBe(`${text}\n${own}${witness}`);
  });

  // github.com/transparency-dev/formats, note/note_cosigv1_test.go
  it('a checkpoint names the time at which a witness signed', () => {
    const line =
      '— w ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==';
    expect(timeOf(signatureOfLine(line)!.bytes)).toBe(1_727_964_367);
    expect(
      timeOf(
        signatureOfLine(
          '— w eQjRQm6eSKzFoiYalgwCPXu2y3ijtg68is9M46JKxuZB+dRfTmeQeDBoXnvxZx2ugnkyV+MUMLXpWs1hPb/W/4xkNQY=',
        )!.bytes,
      ),
    ).toBeUndefined();
    const remora = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2';
    expect(keyOfText(sha256, remora)?.type).toBe('cosignature');
  });

  it('a checkpoint is trusted only by its own key, and a witness counts where its signature is valid', () => {
    const [log, witness, stranger] = [signer(), signer('bank.example/witness', 'cosignature'), signer()];
    const root = sha256(bytes('root'));
    const note = signedCheckpoint(log, 7, root);
    const open = (text: string, ...keys: (typeof log.key)[]) => openCheckpoint(text, keys, verifyEd25519);
    expect(open(note, log.key)).toMatchObject({ origin: ORIGIN, size: 7, witnesses: [] });
    expect(open(cosigned(note, witness), log.key, witness.key)).toMatchObject({ witnesses: [{ time: 1_700_000_000 }] });
    expect(open(note, stranger.key)).toBe('not_signed');
    expect(open(note, signer('another.example').key)).toBe('other_log');
    expect(open(note.replace('\n7\n', '\n8\n'), log.key)).toBe('forged');
    expect(open('nobbled', log.key)).toBe('no_checkpoint');
    const lines = cosigned(note, witness).split('\n');
    const withoutLog = lines.filter((line) => !line.startsWith(`\u2014 ${ORIGIN}`)).join('\n');
    expect(open(withoutLog, log.key, witness.key)).toBe('not_signed');
    const other = cosigned(signedCheckpoint(log, 8, root), witness)
      .split('\n')
      .at(-2)!;
    expect(open(`${note}${other}\n`, log.key, witness.key)).toBe('forged');
    expect(open(`${note}${other}\n`, log.key)).toMatchObject({ size: 7, witnesses: [] });
  });
});

describe('proof files', () => {
  const hashes = ['hash1', 'hash2'].map((text) => sha256(bytes(text)));
  it('proof files are written as c2sp.org/tlog-proof says', () => {
    const text = textOfProof({ extra: bytes('extra information'), index: 10, hashes, checkpoint: 'checkpoint\n' });
    expect(text).toBe(
      `c2sp.org/tlog-proof@v1\nextra ${base64Of(bytes('extra information'))}\nindex 10\n${hashes.map(base64Of).join('\n')}\n\ncheckpoint\n`,
    );
    expect(parseProof(text)).toEqual({
      extra: bytes('extra information'),
      index: 10,
      hashes,
      checkpoint: 'checkpoint\n',
    });
    expect(parseProof(textOfProof({ extra: undefined, index: 0, hashes: [], checkpoint: 'c\n' }))).toMatchObject({
      extra: undefined,
      index: 0,
    });
  });

  // github.com/transparency-dev/merkle, proof/tlog_proof_test.go
  it.each([
    'wrong-header\nindex 0\n\ncheckpoint\n',
    'c2sp.org/tlog-proof@v1\nextra !!notbase64!!\nindex 0\n\ncheckpoint\n',
    'c2sp.org/tlog-proof@v1\n\n\ncheckpoint\n',
    'c2sp.org/tlog-proof@v1\nindex notanumber\n\ncheckpoint\n',
    'c2sp.org/tlog-proof@v1\nindex -5\n\ncheckpoint\n',
    'c2sp.org/tlog-proof@v1\nindex 007\n\ncheckpoint\n',
    'c2sp.org/tlog-proof@v1\nindex 0\n!!notbase64!!\n\ncheckpoint\n',
    `c2sp.org/tlog-proof@v1\nindex 0\n${base64Of(new Uint8Array(64))}\n\ncheckpoint\n`,
    `c2sp.org/tlog-proof@v1\nindex 0\n${`${base64Of(new Uint8Array(32))}\n`.repeat(64)}\ncheckpoint\n`,
  ])('text that is no proof file is refused (%#)', (text) => {
    expect(parseProof(text)).toBeUndefined();
  });
});
