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

describe('names of files in an inbox', () => {
  it('a name that is no UTF-8 or has a carriage return is refused with a sentence, and other files are read', async () => {
    const inbox = join(root, 'names');
    mkdirSync(join(inbox, 'activities'), { recursive: true });
    const names = ['a.csv', 'b\nc.csv', 'd\re.csv', Buffer.from([0x74, 0xe1, 0x2e, 0x63, 0x73, 0x76])];
    for (const name of names)
      writeFileSync(Buffer.concat([Buffer.from(`${inbox}/activities/`), Buffer.from(name)]), 'x');
    const { files, refused, leftAlone } = await findFiles(inbox);
    expect([files, leftAlone]).toEqual([['activities/a.csv', 'activities/b\nc.csv'], []]);
    expect(refused.map(({ path }) => path)).toEqual(['activities/d\re.csv', 'activities/t\uFFFD.csv']);
    for (const { why } of refused) expect(why).toContain('đặt lại tên');
  });
});
