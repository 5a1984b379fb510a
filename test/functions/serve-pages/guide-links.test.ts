import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorOf, GUIDE_SECTIONS, GUIDES, sectionOf } from '#functions/serve-pages/layout/guide-sections.ts';
import { guideDocument } from '#functions/serve-pages/layout/guide.tsx';
import { menuOf } from '#functions/serve-pages/layout/menu.ts';
import { testDesks } from '#test/support/desks/test-desks.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'ban-lam-viec');
const asset = (path: string, body = '') => ({ path, type: 'text/html', body });
const plain = { style: asset('/assets/a.css'), script: asset('/assets/b.js'), guides: {} };
const documents = new Map<string, string>(
  Object.entries(GUIDES).map(([desk, guide]) => [
    desk,
    guideDocument(readFileSync(join(FOLDER, `${guide}.md`), 'utf8'), plain),
  ]),
);

describe('the guide of a page', () => {
  it.each(Object.entries(GUIDE_SECTIONS))('%s has the section “%s”', (path, title) => {
    const { desk = '' } = sectionOf(path) ?? {};
    expect(documents.get(desk)).toContain(`<h2 class="govuk-heading-m" id="${anchorOf(title)}">${title}</h2>`);
  });

  it('explains each entry of the menu by a section of its own', () => {
    const entries = menuOf(['office', 'police', 'bank#970436', 'province', 'operator']);
    expect(entries.filter(({ href }) => !Object.hasOwn(GUIDE_SECTIONS, href))).toEqual([]);
  });

  it('explains a case by another section than the list', () => {
    expect([sectionOf('/police/cases')?.title, sectionOf('/police/cases/n1')?.title]).toEqual([
      'Danh sách vụ việc',
      'Một vụ việc',
    ]);
  });

  it('is linked from the page', async () => {
    const guides = { bank: asset('/assets/c-ngan-hang.html') };
    const desks = await testDesks({ assets: { ...plain, guides } });
    const { body } = await (await desks.signedIn(['bank:970436'])).get('/bank/report');
    expect(body).toContain('<a href="/assets/c-ngan-hang.html#bao-tai-khoan">Hướng dẫn trang này</a>');
  });

  it('shows steps, names and codes as elements and no pictures', () => {
    const text = guideDocument('## Một\n\n![x](hinh/x.png)\n\n4. Bấm **A** ở `b`, xem [c](../c.md) <d>.', plain);
    expect(text).toContain(
      '<h2 class="govuk-heading-m" id="mot">Một</h2><ol class="govuk-list govuk-list--number" start="4"><li>Bấm <strong>A</strong> ở <code>b</code>, xem c &lt;d>.</li></ol>',
    );
  });
});
