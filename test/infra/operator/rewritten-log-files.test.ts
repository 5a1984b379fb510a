import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLog, checkProof } from '#infra/operator/check-log.ts';
import { readLogFiles } from '#infra/operator/log-files.ts';
import { LOG_FILES, PROOFS } from '#shared/contracts/log-files.ts';
import { aCopiedLog, opened } from '#test/support/transparency-log/a-copied-log.ts';
import { BY, type LogCopy, WITNESS } from '#test/support/transparency-log/copied-log.ts';
import { bytes, ORIGIN } from '#test/support/transparency-log/a-log.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const whole = aCopiedLog();
const proof = [...whole.keys()].find((path) => path.startsWith(PROOFS)) ?? '';
const textAt = (files: LogCopy, path: string) => new TextDecoder().decode(files.get(path));
/** A copy in which the text of one file is another one. */
const withText = (path: string, change: (text: string) => string): LogCopy =>
  new Map(whole).set(path, bytes(change(textAt(whole, path))));
const withPlain = (change: (line: string) => string): LogCopy =>
  withText(LOG_FILES.plain, (text) =>
    text
      .split('\n')
      .with(1, change(text.split('\n')[1] ?? ''))
      .join('\n'),
  );
const faultsOf = (files: LogCopy) => checkLog(files, [BY.key, WITNESS.key], [], 'expected').faults;
const lastLine = (text: string) => `${text.trimEnd().split('\n').at(-1)}\n`;
const strange = (name: string) => `\u2014 ${name} ${Buffer.alloc(68, 7).toString('base64')}\n`;

describe('files of a log that were rewritten without another meaning', () => {
  it.each([LOG_FILES.checkpoint, LOG_FILES.witnessed, LOG_FILES.keys, LOG_FILES.plain, proof])(
    'a byte-order mark is found in %s',
    (path) => {
      expect(faultsOf(withText(path, (text) => `\uFEFF${text}`))).not.toEqual([]);
    },
  );

  it.each<[string, (line: string) => string]>([
    ['the first of two equal keys', (line) => line.replace('"plain":', '"plain":{"kind":"x"},"plain":')],
    ['two figures of one name', (line) => line.replace('"says":{', '"says":{"sequence":9,')],
    ['a key that programs hide', (line) => line.replace('"says":{', '"says":{"__proto__":{"x":1},')],
    ['spaces', (line) => line.replace('":', '": ')],
    ['a return at its end', (line) => `${line}\r`],
    ['an escaped letter', (line) => line.replace('"kind"', String.raw`"\u006bind"`)],
  ])('a plain line shows only what the log commits to, and not %s', (_, change) => {
    expect(faultsOf(withPlain(change))).toEqual([expect.stringContaining('dòng 2')]);
  });

  it('the end of the last plain line is part of it', () => {
    expect(faultsOf(withText(LOG_FILES.plain, (text) => text.slice(0, -1)))).toEqual([
      expect.stringContaining(`dòng ${opened.length}`),
    ]);
  });

  it.each<[string, (text: string) => string]>([
    ['spaces', (text) => text.replace('\n', '  \n')],
    ['other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['an empty line', (text) => `${text}\n`],
    ['no last line end', (text) => text.trimEnd()],
    ['a key twice', (text) => text + text],
  ])('the list of keys has the keys and not %s', (_, change) => {
    expect(faultsOf(withText(LOG_FILES.keys, change))).not.toEqual([]);
  });

  it.each([LOG_FILES.checkpoint, LOG_FILES.witnessed, proof])('a repeated signature is found in %s', (path) => {
    expect(faultsOf(withText(path, (text) => text + lastLine(text)))).not.toEqual([]);
  });

  it('a proof has no signature of the log’s name by an unknown key, also where it stands alone', () => {
    const forged = textAt(whole, proof) + strange(ORIGIN);
    expect(checkProof(forged, [BY.key]).faults).toEqual([expect.stringContaining('khóa không được biết')]);
    expect(faultsOf(withText(proof, () => forged))).not.toEqual([]);
  });

  it('a proof may have the signature of a witness that its reader doesn’t know, but not beside a log that names its witnesses', () => {
    const witnessed = textAt(whole, proof) + strange('bank.example/other');
    expect(checkProof(witnessed, [BY.key]).faults).toEqual([]);
    expect(faultsOf(withText(proof, () => witnessed))).toEqual([expect.stringContaining('khóa không được biết')]);
  });

  it('a checkpoint without a witness’s signature is no co-signed one', () => {
    const files = new Map(whole).set(LOG_FILES.witnessed, whole.get(LOG_FILES.checkpoint) ?? bytes(''));
    expect(checkLog(files, [BY.key], []).faults).toEqual([expect.stringContaining('bên chứng kiến nào')]);
  });

  it('a log is read by any way of naming its folder, and a wrong address of a bucket is named', async () => {
    const folder = temporaryFolder('log');
    for (const [path, content] of whole) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    for (const named of [folder, `${folder}/`, `${folder}/tile/..`, relative('.', folder)])
      expect([...(await readLogFiles(named)).keys()].sort()).toEqual([...whole.keys()].sort());
    await expect(readLogFiles('s3://')).rejects.toThrow('Không phải địa chỉ kho');
  });
});
