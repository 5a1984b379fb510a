import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine, WrongCommandLine } from '#infra/local/command-line.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const root = temporaryFolder('command-line');
mkdirSync(join(root, 'events', 'sample-inbox'), { recursive: true });
mkdirSync(join(root, 'mine'));
writeFileSync(join(root, 'file'), '');
const where = { root, cwd: root };
/** The instant is on the 25th in Việt Nam. */
const now = new Date('2026-11-24T18:00:00Z');
const read = (...args: string[]) => readCommandLine(args, where, now);

describe('readCommandLine', () => {
  it('readCommandLine takes the sample on its own day by default', () => {
    expect(read()).toEqual({
      inbox: join(root, 'events', 'sample-inbox'),
      out: join(root, 'out'),
      asOf: '2025-12-31',
      policy: 'local',
    });
  });
  it("readCommandLine takes the caller's folders, and today's date in Việt Nam for them", () => {
    const asked = read('--inbox', 'mine', '--out=there', '--snapshot', 's.json');
    expect(asked).toEqual({
      inbox: join(root, 'mine'),
      out: join(root, 'there'),
      asOf: '2026-11-25',
      policy: 'local',
      snapshot: join(root, 's.json'),
    });
    expect(read('--inbox', 'mine', '--as-of', '2025-06-30').asOf).toBe('2025-06-30');
    expect(read('--policy', 'prod').policy).toBe('prod');
  });
  it.each([
    [['--inbox', 'nowhere'], 'Không thấy thư mục'],
    [['--inbox', 'file'], 'Không thấy thư mục'],
    [['--out', 'file'], 'không phải là thư mục'],
    [['--as-of', '31/12/2025'], 'YYYY-MM-DD'],
    [['--as-of', '2025-02-30'], 'YYYY-MM-DD'],
    [['--as-of'], 'thiếu giá trị'],
    [['--policy', 'dev'], 'local hoặc prod'],
    [['--asked', 'nowhere.jsonl'], 'plan.jsonl'],
    [['--colour', 'red'], 'không biết'],
    [['mine'], 'thừa'],
    [['--receivers', 'r.json'], 'chỉ dùng cùng'],
    [['--serve', '70000', '--receivers', 'r.json'], 'một cổng'],
    [['--serve', '8080', '--receivers', 'nowhere.json'], 'Không đọc được'],
    [['--serve', '8080', '--receivers', 'file'], 'Không đọc được'],
  ])('readCommandLine refuses %j with a sentence', (args, sentence) => {
    expect(() => read(...args)).toThrow(WrongCommandLine);
    expect(() => read(...args)).toThrow(sentence);
  });

  it('readCommandLine takes confirmed headings and names what is wrong with them', () => {
    const file = join(root, 'tieu-de.json');
    const given = (mapping: unknown) => {
      writeFileSync(file, JSON.stringify(mapping));
      return read('--mapping', file).mapped;
    };
    expect(given({ 'accounts/VCB': { 'Phát sinh': 'credit' } })).toEqual([
      { scope: 'accounts/970436', headings: { 'Phát sinh': 'credit' } },
    ]);
    for (const wrong of [{ khac: { A: 'B' } }, { accounts: { 'Phát sinh': 'Không có' } }, { accounts: 'x' }, []])
      expect(() => given(wrong)).toThrow('--mapping');
  });
});
