import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findFiles } from '#infra/local/find-files.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const root = temporaryFolder('find-files');
afterAll(() => rmSync(root, { recursive: true }));

describe('links in an inbox', () => {
  it('a link back to one of its parent folders is refused with a sentence, and other files are read once', async () => {
    const inbox = join(root, 'inbox');
    mkdirSync(join(inbox, 'accounts', '970436'), { recursive: true });
    writeFileSync(join(inbox, 'accounts', '970436', 'a.csv'), 'x');
    symlinkSync(join(inbox, 'accounts'), join(inbox, 'accounts', '970436', 'back'));
    symlinkSync('.', join(inbox, 'accounts', 'self'));
    symlinkSync(inbox, join(inbox, 'accounts', 'up'));
    const { files, refused } = await findFiles(inbox);
    expect(files).toEqual(['accounts/970436/a.csv']);
    expect(refused.map(({ path }) => path)).toEqual(['accounts/970436/back', 'accounts/self', 'accounts/up']);
    expect(refused[0]?.why).toContain('xóa lối tắt');
  });

  it('a link to a folder elsewhere is walked as a folder', async () => {
    const [inbox, elsewhere] = [join(root, 'linked'), join(root, 'elsewhere')];
    mkdirSync(elsewhere);
    mkdirSync(join(inbox, 'activities'), { recursive: true });
    writeFileSync(join(elsewhere, 'b.csv'), 'x');
    symlinkSync(elsewhere, join(inbox, 'activities', 'thue'));
    expect(await findFiles(inbox)).toMatchObject({ files: ['activities/thue/b.csv'], refused: [] });
  });
});
