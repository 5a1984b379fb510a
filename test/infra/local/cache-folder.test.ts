import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder } from '#infra/local/cache-folder.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('the folder of a run’s own files', () => {
  it('the own files of a run lie in the project where it can be written', () => {
    const preferred = join(temporaryFolder('cache'), '.cache');
    expect(cacheFolder(preferred)).toBe(preferred);
  });

  it('the own files of a run lie in a temporary folder of the user where the project can’t be written', () => {
    const temporary = temporaryFolder('cache');
    writeFileSync(join(temporary, 'project'), 'a file in the place of a folder');
    const folder = cacheFolder(join(temporary, 'project', '.cache'), temporary);
    expect(dirname(folder)).toBe(temporary);
    expect(cacheFolder(join(temporary, 'project', '.cache'), temporary)).toBe(folder);
    mkdirSync(join(folder, 'cdk.out.local'));
  });
});
