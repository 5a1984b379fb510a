import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLog, checkProof } from '#infra/operator/check-log.ts';
import { textOfKey } from '#shared/domain/transparency-log/verifier-key.ts';
import { openedLine } from '#shared/contracts/log-entry.ts';
import { LOG_FILES } from '#shared/contracts/log-files.ts';
import { bytes, cosigned, signer } from '#test/support/transparency-log/a-log.ts';
import { BY, opened, proofOf, WITNESS, written } from '#test/support/transparency-log/copied-log.ts';
import { ROOT } from '#test/infra/synthesised.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('an audit of a log', () => {
  it('an audit passes on the log as it was written, with its plain entries, and after some were erased', () => {
    const { files } = written();
    expect(checkLog(files, [BY.key], [])).toMatchObject({ faults: [], entries: 300, opened: 300 });
    expect(checkLog(files, [BY.key], [], 'expected').faults).toEqual([]);
    const erasure = {
      ...opened[0]!,
      plain: { ...opened[0]!.plain, kind: 'person-erased', says: { entries: 289 } },
    } as const;
    const some = [erasure, ...opened.slice(1)];
    const erased = written(some).files;
    const lines = (kept: number) => bytes(some.map((one, n) => (n < kept ? `${openedLine(one)}\n` : '\n')).join(''));
    erased.set(LOG_FILES.plain, lines(11));
    expect(checkLog(erased, [], [])).toMatchObject({ faults: [], opened: 11 });
    erased.set(LOG_FILES.plain, lines(10));
    expect(checkLog(erased, [], []).faults).toEqual([expect.stringContaining('290 lời ghi để trống')]);
  });

  it('an audit reports missing plain entries of a copy that should have them', () => {
    const { files } = written();
    files.delete(LOG_FILES.plain);
    expect(checkLog(files, [BY.key], []).faults).toEqual([]);
    expect(checkLog(files, [BY.key], [], 'expected').faults).toEqual([expect.stringContaining('--sealed')]);
  });

  it('an audit names neighbouring lines that do not match in one sentence', () => {
    const { files } = written();
    const salt = new Uint8Array(32);
    const lines = opened.map((one, place) => openedLine([2, 3, 4, 8].includes(place) ? { ...one, salt } : one));
    files.set(LOG_FILES.plain, bytes(lines.map((line) => `${line}\n`).join('')));
    expect(checkLog(files, [BY.key], []).faults).toEqual([
      expect.stringContaining('dòng 3–5.'),
      expect.stringContaining('dòng 9.'),
    ]);
  });

  it('an audit finds a log rewritten with the same key, by a remembered checkpoint', () => {
    const { checkpoint } = written();
    const other = written([...opened.slice(0, 299), opened[0]!]).files;
    const shorter = written(opened.slice(0, 299)).files;
    expect(checkLog(other, [BY.key], []).faults).toEqual([]);
    expect(checkLog(other, [BY.key], [checkpoint]).faults).toEqual([expect.stringContaining('rẽ nhánh')]);
    expect(checkLog(shorter, [BY.key], [cosigned(checkpoint, WITNESS)]).faults).toEqual([
      expect.stringContaining('ngắn hơn'),
    ]);
    other.set(LOG_FILES.witnessed, bytes(cosigned(checkpoint, WITNESS)));
    expect(checkLog(other, [BY.key, WITNESS.key], []).faults).toEqual([expect.stringContaining('rẽ nhánh')]);
  });

  it('an audit trusts only pinned keys', () => {
    expect(checkLog(written().files, [signer().key], []).faults).toHaveLength(2);
  });
});

describe('a proof file', () => {
  it('a proof file shows its plain entry', () => {
    expect(checkProof(proofOf(299), [BY.key])).toMatchObject({ faults: [], plain: opened[299]!.plain });
    expect(checkProof(proofOf(0), [])).toMatchObject({ faults: [] });
    expect(checkProof(proofOf(0, opened.slice(0, 1)), [])).toMatchObject({ faults: [] });
  });

  it('a proof file with one changed character proves nothing', () => {
    const proof = proofOf(200);
    for (let at = 0; at < proof.length; at += 7) {
      const other = proof[at] === 'A' ? 'B' : 'A';
      expect(checkProof(proof.slice(0, at) + other + proof.slice(at + 1), [BY.key]).faults).not.toEqual([]);
    }
    for (let end = 0; end < proof.length; end += 50)
      expect(checkProof(proof.slice(0, end), [BY.key]).faults).not.toEqual([]);
  });

  it('a proof file proves nothing under another key than the known one', () => {
    expect(checkProof(proofOf(5), [signer().key]).faults).not.toEqual([]);
  });
});

describe('docs/verify-proof.mjs', () => {
  const folder = temporaryFolder('proof');
  afterAll(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'verify-proof.mjs');
  copyFileSync(join(ROOT, 'docs', 'verify-proof.mjs'), script);
  const check = (proof: string, ...keys: string[]) => {
    writeFileSync(join(folder, 'p'), proof);
    return spawnSync(process.execPath, [script, join(folder, 'p'), ...keys], { cwd: folder, encoding: 'utf8' }).status;
  };

  it('docs/verify-proof.mjs checks a proof without any other software', () => {
    const proof = proofOf(200);
    expect([check(proof), check(proof, textOfKey(BY.key)), check(proofOf(0, opened.slice(0, 1)))]).toEqual([0, 0, 0]);
    expect(check(proof, textOfKey(signer().key))).toBe(1);
    for (let at = 30; at < proof.length; at += 211) {
      const other = proof[at] === 'A' ? 'B' : 'A';
      expect([at, check(proof.slice(0, at) + other + proof.slice(at + 1), textOfKey(BY.key))]).toEqual([at, 1]);
    }
  });

  it('docs/verify-proof.mjs refuses what npm run audit:verify refuses, and takes what it takes', () => {
    const proof = proofOf(200);
    const last = `${proof.trimEnd().split('\n').at(-1)}\n`;
    const unknown = (name: string) => `\u2014 ${name} ${Buffer.alloc(68, 7).toString('base64')}\n`;
    const extra = (change: (said: Record<string, unknown>) => object) =>
      proof.replace(/^extra (.*)$/mu, (_, text: string) => {
        const said = change(JSON.parse(Buffer.from(text, 'base64').toString()));
        return `extra ${Buffer.from(JSON.stringify(said)).toString('base64')}`;
      });
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['as it was written', proof, true],
      ['a witness that its reader does not know', proof + unknown('bank.example/witness'), true],
      ['a repeated signature', proof + last, false],
      ['a signature of the log’s name by an unknown key', proof + unknown(BY.key.name), false],
      ['a line that is no signature', `${proof}đã thu hồi\n`, false],
      ['no last line end', proof.slice(0, -1), false],
      ['a further key', extra((said) => ({ a: 'không còn hiệu lực', ...said })), false],
      ['a salt of another length', extra((said) => ({ ...said, salt: 'AAAA' })), false],
    ];
    for (const [name, text, isSound] of cases) {
      const [alone, whole] = [check(text, textOfKey(BY.key)), checkProof(text, [BY.key]).faults.length];
      expect([name, alone, whole]).toEqual(isSound ? [name, 0, 0] : [name, 1, 1]);
    }
  });
});

describe('npm run audit:verify', () => {
  const folder = temporaryFolder('log');
  afterAll(() => rmSync(folder, { recursive: true }));
  const call = (...words: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['infra/operator/operate.ts', 'audit-verify', ...words],
      {
        cwd: ROOT,
        encoding: 'utf8',
      },
    );
    return { status, said: stdout + stderr };
  };

  it('npm run audit:verify checks a folder and a proof, and remembers the last checkpoint', () => {
    const log = join(folder, 'log');
    for (const [path, content] of written().files) {
      mkdirSync(dirname(join(log, path)), { recursive: true });
      writeFileSync(join(log, path), content);
    }
    const [seen, proof] = [join(folder, 'seen'), join(folder, 'notice.tlog-proof')];
    writeFileSync(proof, proofOf(7));
    expect(call('--log', log, '--remember', seen)).toMatchObject({
      status: 0,
      said: expect.stringContaining('300 mục'),
    });
    expect(readFileSync(seen, 'utf8')).toBe(written().checkpoint);
    expect(call('--proof', proof, '--key', textOfKey(BY.key))).toMatchObject({ status: 0 });
    writeFileSync(join(log, 'checkpoint'), written(opened.slice(0, 299)).checkpoint);
    expect(call('--log', log, '--remember', seen)).toMatchObject({
      status: 1,
      said: expect.stringContaining('ngắn hơn'),
    });
    expect(call('--key', 'no key')).toMatchObject({ status: 2 });
    expect(call('--no')).toMatchObject({ status: 2 });
  });
});
