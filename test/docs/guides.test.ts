import { globSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'docs', 'ban-lam-viec');
const guides = readdirSync(folder).filter((name) => name.endsWith('.md'));
const source = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
/** The texts of all pages, with line breaks as spaces. */
const SAID = [
  ...source('functions/serve-pages/**/*.{ts,tsx}'),
  ...source('shared/{use-cases/worklist-book,domain/outcomes/report/*}.ts'),
]
  .join('\n')
  .replaceAll(/\s+/gu, ' ')
  .toLowerCase();
const TAKEN = readFileSync(join(root, 'test/browser/take-pictures.ts'), 'utf8');

describe.each(guides)('the guide %s', (name) => {
  const guide = readFileSync(join(folder, name), 'utf8');

  it('each bold word, which a reader looks for on the screen, is on a page', () => {
    const bold = [...guide.matchAll(/\*\*([^*]+)\*\*/gu)].flatMap(([, text = '']) =>
      // The part of a name in quotes is another name that the page puts there
      text
        .replace(/“[^”]+”$/u, '“')
        .replace(/[….]$/u, '')
        .split(', '),
    );
    expect(bold.filter((text) => !SAID.includes(text.toLowerCase()))).toEqual([]);
  });

  it('each picture exists, and the command for pictures takes it from a running page', () => {
    const pictures = [...guide.matchAll(/\(hinh\/([\w-]+)\.png\)/gu)].map(([, picture = '']) => picture);
    expect(pictures.filter((picture) => !readdirSync(join(folder, 'hinh')).includes(`${picture}.png`))).toEqual([]);
    expect(pictures.filter((picture) => !TAKEN.includes(`'${picture}'`))).toEqual([]);
  });
});

it('no picture is taken that no guide shows', () => {
  const shown = guides.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const taken = [...TAKEN.matchAll(/^ {2}\['([\w-]+)'/gmu)].map(([, picture = '']) => picture);
  expect(taken.length).toBeGreaterThan(10);
  expect(taken.filter((picture) => !shown.includes(`hinh/${picture}.png`))).toEqual([]);
});
