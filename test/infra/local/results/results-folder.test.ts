import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseForeignFiles, replaceResults } from '#infra/local/results/results-folder.ts';
import { writeText } from '#infra/local/results/write-lines.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const newFolder = () => temporaryFolder('results');
const writes = (files: Readonly<Record<string, string>>) => async (folder: string) => {
  for (const [file, text] of Object.entries(files)) await writeText(join(folder, file), text);
};
const own = (folder: string, file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe('the results folder', () => {
  it('the results folder keeps what a person has put into it, also in a folder that a run writes to', async () => {
    const out = newFolder();
    own(out, 'report.docx', 'mine');
    await replaceResults(out, writes({ 'receipts/a.json': '1', 'notices/banks/970436.jsonl': '1' }));
    own(out, 'receipts/mine.txt', 'mine');
    await replaceResults(out, writes({ 'receipts/b.json': '2' }));
    expect(filesIn(out)).toEqual(['.haukiem-files.json', 'receipts/b.json', 'receipts/mine.txt', 'report.docx']);
    expect(readFileSync(join(out, 'report.docx'), 'utf8')).toBe('mine');
  });
  it('a run overwrites no file of anybody else, and writes its results beside it', async () => {
    const out = newFolder();
    own(out, 'worklist.csv', 'mine');
    await expect(replaceResults(out, writes({ 'worklist.csv': 'ours' }))).rejects.toThrow(/worklist\.csv, không phải/u);
    expect(readFileSync(join(out, 'worklist.csv'), 'utf8')).toBe('mine');
    expect(filesIn(out).filter((file) => file.endsWith('/worklist.csv'))).toHaveLength(1);
  });
  it('a run warns of foreign files before it starts, and not of its own earlier results', async () => {
    const out = newFolder();
    await refuseForeignFiles(out, ['receipts', 'worklist.csv']);
    await replaceResults(out, writes({ 'receipts/a.json': '1' }));
    await refuseForeignFiles(out, ['receipts', 'worklist.csv']);
    own(out, 'worklist.csv', 'mine');
    await expect(refuseForeignFiles(out, ['receipts', 'worklist.csv'])).rejects.toThrow(/worklist\.csv/u);
  });
  it('a failed run leaves the earlier results whole', async () => {
    const out = newFolder();
    await replaceResults(out, writes({ 'companies.jsonl': 'first' }));
    await expect(
      replaceResults(out, async (folder) => {
        await writeText(join(folder, 'companies.jsonl'), 'half');
        throw new Error('disk');
      }),
    ).rejects.toThrow('disk');
    expect(readFileSync(join(out, 'companies.jsonl'), 'utf8')).toBe('first');
  });
  it('a changed list leads to no deletion outside the results folder', async () => {
    const parent = newFolder();
    const out = join(parent, 'out');
    own(parent, 'kept.txt', 'mine');
    own(out, '.haukiem-files.json', JSON.stringify(['../kept.txt', join(parent, 'kept.txt')]));
    await replaceResults(out, writes({ 'a.txt': '1' }));
    expect(readFileSync(join(parent, 'kept.txt'), 'utf8')).toBe('mine');
  });
});
