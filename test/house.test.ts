import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = globSync('{functions,shared,infra}/**/*.ts', { cwd: root });
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the house', () => {
  it('takes zod whole: a named import costs each bundle 355 kB', () => {
    expect(sources.filter((file) => /import\s+(?:\{|z\b)[^;]*from 'zod'/u.test(read(file)))).toEqual([]);
  });

  it('reads the environment in composition roots alone', () => {
    const reading = sources.filter((file) => file.startsWith('functions/') && read(file).includes('process.env'));
    expect(reading.filter((file) => !file.endsWith('/index.ts'))).toEqual([]);
  });

  it('asks for the time in composition roots alone', () => {
    const telling = sources.filter(
      (file) => !file.startsWith('infra/') && /new Date\(\)|Date\.now\(\)/u.test(read(file)),
    );
    expect(telling.filter((file) => !file.endsWith('/index.ts'))).toEqual([]);
  });

  it('writes conditions in one file alone, which knows its own write again when an answer was lost', () => {
    const single = /\bConditionExpression\b|\b(?:Put|Update|Delete|TransactWrite)(?:Item)?s?Command\b/u;
    const shipped = sources.filter((file) => !file.startsWith('infra/'));
    expect(shipped.filter((file) => single.test(read(file)))).toEqual(['shared/tables/conditional-write.ts']);
  });

  it('speaks of blocking in one text alone, which a decision has to come with', () => {
    const texts = globSync('{functions,shared,infra}/**/*.{ts,json}', { cwd: root });
    const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '');
    const speaking = texts.filter((file) =>
      /phong\s*(tỏa|toả)|đóng băng|niêm phong/iu.test(withoutComments(read(file)).normalize('NFC')),
    );
    // The other one reads what a bank calls the status of an account
    expect(speaking.sort()).toEqual([
      'shared/contracts/feeds/accounts.ts',
      'shared/domain/notification/notice/request.ts',
    ]);
  });

  it('names no registry and no machine in its lockfile', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|localhost|\/home\/|\/root\//u);
  });

  it('shows a newcomer the two commands', () => {
    expect(read('README.md')).toContain('npm start');
    expect(read('README.md')).toContain('npm cit');
  });
});
