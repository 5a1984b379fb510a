import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = globSync('{functions,shared,infra}/**/*.{ts,tsx}', { cwd: root });
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the house', () => {
  it('the code imports zod as a whole, because a named import adds 355 kB to each bundle', () => {
    expect(sources.filter((file) => /import\s+(?:\{|z\b)[^;]*from 'zod'/u.test(read(file)))).toEqual([]);
  });

  it('only composition roots read the environment', () => {
    const reading = sources.filter((file) => file.startsWith('functions/') && read(file).includes('process.env'));
    expect(reading.filter((file) => !file.endsWith('/index.ts'))).toEqual([]);
  });

  it('only composition roots read the clock', () => {
    const telling = sources.filter(
      (file) => !file.startsWith('infra/') && /new Date\(\)|Date\.now\(\)/u.test(read(file)),
    );
    expect(telling.filter((file) => !file.endsWith('/index.ts'))).toEqual([]);
  });

  it('only one file writes conditions, which recognises its own write after a lost answer', () => {
    const single = /\bConditionExpression\b|\b(?:Put|Update|Delete|TransactWrite)(?:Item)?s?Command\b/u;
    const shipped = sources.filter((file) => !file.startsWith('infra/'));
    expect(shipped.filter((file) => single.test(read(file)))).toEqual(['shared/tables/conditional-write.ts']);
  });

  it('only one text mentions blocking an account, and only a written decision produces it', () => {
    const texts = globSync('{functions,shared,infra}/**/*.{ts,json}', { cwd: root });
    const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '');
    const speaking = texts.filter((file) =>
      /phong\s*(tỏa|toả)|đóng băng|niêm phong/iu.test(withoutComments(read(file)).normalize('NFC')),
    );
    // The other files read and show a bank's own status of an account
    expect(speaking.sort()).toEqual([
      'shared/contracts/feeds/accounts.ts',
      'shared/domain/notification/dossier/account-statuses.ts',
      'shared/domain/notification/notice/bank-notice.ts',
    ]);
  });

  it('the lockfile names no registry and no machine', () => {
    expect(read('package-lock.json')).not.toMatch(
      /"resolved": "(?!test\/bench\/rival-libraries")|localhost|\/home\/|\/root\//u,
    );
  });

  it('no two files of shared code export the same name, because one word is one thing', () => {
    const shared = sources.filter((file) => file.startsWith('shared/'));
    const declared = shared.flatMap((file) => {
      const exported =
        /^export (?:declare |default |abstract |async )*(?:type|interface|class|const|let|enum|function\*?) (\w+)/gmu;
      // A schema and the type inferred from it share their name in one file
      const names = new Set([...read(file).matchAll(exported)].map(([, name = '']) => name));
      return [...names].map((name) => ({ name, file }));
    });
    const twice = [...Map.groupBy(declared, ({ name }) => name)].filter(([, files]) => files.length > 1);
    expect(declared.length).toBeGreaterThan(1000);
    expect(twice.map(([name, files]) => `${name}: ${files.map(({ file }) => file).join(', ')}`)).toEqual([]);
  });

  it('no file of code has more than 250 lines', () => {
    const own = sources.filter((file) => !file.startsWith('shared/domain/vietnamese/data/'));
    expect(own.filter((file) => read(file).split('\n').length - 1 > 250)).toEqual([]);
  });

  it('the papers are short: README 8 kB, CONTRIBUTING 10 kB, at most 30 pages of decisions', () => {
    expect(Buffer.byteLength(read('README.md'))).toBeLessThanOrEqual(8192);
    expect(Buffer.byteLength(read('CONTRIBUTING.md'))).toBeLessThanOrEqual(10_240);
    expect(globSync('docs/decisions/*', { cwd: root }).length).toBeLessThanOrEqual(30);
  });

  it('the code has each identifier of the glossary', () => {
    const identifiers = [...read('docs/glossary.md').matchAll(/^\|[^|]*\|[^|]*\| `(\w+)` \|/gmu)].map(
      ([, name = '']) => name,
    );
    const code = sources.map(read).join('\n');
    expect(identifiers.length).toBeGreaterThan(50);
    expect(identifiers.filter((name) => !new RegExp(`\\b${name}\\b`, 'u').test(code))).toEqual([]);
  });

  it('each file that the recipes and the decisions name exists', () => {
    const documents = ['CONTRIBUTING.md', ...globSync('{docs,functions,shared}/**/*.md', { cwd: root })];
    const named = documents.flatMap((document) =>
      [...read(document).matchAll(/`((?:shared|functions|infra|test|docs|events)\/[\w./-]+?)\/?`/gu)].map(
        ([, path = '']) => ({
          document,
          path,
        }),
      ),
    );
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('each source file that a document names without its folder exists', () => {
    const names = new Set(
      globSync('{functions,shared,infra,test}/**/*.{ts,tsx}', { cwd: root }).map((f) => basename(f)),
    );
    const named = globSync('{*,{docs,functions,shared,infra,test}/**/*}.md', { cwd: root }).flatMap((document) =>
      [...read(document).matchAll(/`([\w-]+\.tsx?)`/gu)].map(([, name = '']) => ({ document, name })),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ name }) => !names.has(name))).toEqual([]);
  });

  it('each room and each step of the main line has a README, a room’s in at most fifteen lines', () => {
    const rooms = globSync('shared/domain/*/', { cwd: root });
    const folders = [...rooms, ...globSync('functions/[0-9]-*/', { cwd: root })];
    expect(folders.filter((folder) => !existsSync(join(root, folder, 'README.md')))).toEqual([]);
    expect(rooms.filter((room) => read(join(room, 'README.md')).trimEnd().split('\n').length > 15)).toEqual([]);
  });

  it('the domain keeps nothing between two calls except constant lists', () => {
    const keeping = sources.filter((file) => file.startsWith('shared/domain/') && /^let /mu.test(read(file)));
    expect(keeping).toEqual(['shared/domain/vietnamese/address/provinces.ts']);
  });

  it('no test is skipped', () => {
    const tests = globSync('test/**/*.ts', { cwd: root });
    expect(tests.filter((file) => /\b(?:it|describe|test)\.(?:skip|skipIf|runIf|todo)\(/u.test(read(file)))).toEqual(
      [],
    );
  });

  it('the README shows a newcomer the two commands', () => {
    expect(read('README.md')).toContain('npm start');
    expect(read('README.md')).toContain('npm cit');
  });
});
