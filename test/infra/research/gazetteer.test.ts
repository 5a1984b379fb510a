import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#test/infra/synthesised.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('npm run gazetteer', () => {
  it('npm run gazetteer names the file that is no table', () => {
    const file = join(temporaryFolder('gazetteer'), 'xa.csv');
    writeFileSync(file, 'old_code,"new_code\n1,2\n');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'infra/research/gazetteer.ts'), file, file, 'communes.ts'],
      { encoding: 'utf8', cwd: ROOT },
    );
    expect([status, stderr]).toEqual([1, `Tệp “${file}” không phải CSV đọc được.\n`]);
  });
});
