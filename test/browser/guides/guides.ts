import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putOnSiteCheck } from '#test/support/desks/an-on-site-check.ts';
import { desksWithForms } from '#test/support/valid-forms.ts';
import { readGuide } from './read-guide.ts';
import { STOPPED_FILE } from './typed-values.ts';
import { walk } from './walk.ts';
import { type HandlerPages, handlerPages } from '../handler-pages.ts';
import { OTHER_STATES } from '../page-states/other-states.ts';
import type { PageState } from '../page-states/state.ts';
import type { BrowserRun } from '../served-run.ts';

/** The guides with their readers. A bank's objections come before the police that decide them. */
const GUIDES = [
  ['can-bo-dang-ky.md', 'Cán bộ đăng ký kinh doanh (mẫu)'],
  ['ngan-hang.md', 'Giao dịch viên Vietcombank (mẫu)'],
  ['dieu-tra-vien.md', 'Điều tra viên (mẫu)'],
  ['tinh.md', 'Văn phòng UBND tỉnh (mẫu)'],
  ['van-hanh.md', 'Người vận hành (mẫu)'],
] as const;
const SECTIONS = GUIDES.flatMap(([guide, reader]) =>
  readGuide(guide).map((section) => ({ reader, section, place: `${guide}: ${section.title}` })),
);

/**
 * The sections with another reader than the ones before: a clerk of a bank whose notices nobody has answered, and for an
 * objection another officer than the one of the decision.
 */
const OTHER_READERS: Readonly<Record<string, string>> = {
  'ngan-hang.md: Một thông báo': 'Giao dịch viên BIDV (mẫu)',
  'ngan-hang.md: Đề nghị xem lại': 'Giao dịch viên BIDV (mẫu)',
  'dieu-tra-vien.md: Đề nghị xem lại': 'Chỉ huy Phòng Cảnh sát hình sự (mẫu)',
};

/** The sections about states that the sample inbox does not reach, with the desks on which they are walked instead. */
const ELSEWHERE: Readonly<Record<string, Pick<PageState, 'groups' | 'officer' | 'before'> | undefined>> = {
  'can-bo-dang-ky.md: Hậu kiểm hoạt động': {
    groups: ['office'],
    before: (desks) => putOnSiteCheck(desks, '0901150498'),
  },
  'dieu-tra-vien.md: Chờ duyệt': { groups: ['police'], officer: 'an' },
  'tinh.md: Người thứ hai đồng ý': OTHER_STATES['a switch that the officer may agree to'],
  'van-hanh.md: Tình trạng hệ thống': OTHER_STATES['dead letters and parked messages'],
};

export const guides = (runOf: () => BrowserRun) =>
  describe('each guide is followed on the running pages, step by step', () => {
    let run: BrowserRun;
    let pages: HandlerPages;
    beforeAll(async () => {
      run = runOf();
      pages = await handlerPages();
      const officer = await run.signedIn('Cán bộ đăng ký kinh doanh (mẫu)');
      await officer.goto(`${run.url}/office/upload`);
      await officer.getByLabel('Hoạt động doanh nghiệp', { exact: true }).setInputFiles(STOPPED_FILE);
      await officer.getByRole('button', { name: 'Gửi vào “Hoạt động doanh nghiệp”' }).click();
      await officer.waitForURL(/\/office\/files\?(?:.*&)?feed=activities/u);
    });
    afterAll(() => pages.close());

    const opened = async (place: string, reader: string): Promise<Page> => {
      const state = ELSEWHERE[place];
      if (state === undefined) return run.pageAt(OTHER_READERS[place] ?? reader, '/');
      const { desks } = await desksWithForms({ assets: pages.assets });
      await state.before?.(desks);
      const { page, url } = await pages.pageOf(await desks.signedIn(state.groups, state.officer));
      await page.goto(url);
      return page;
    };

    it.each(SECTIONS)('$place', async ({ reader, section, place }) => {
      const walked = async () => walk(section, await opened(place, reader));
      // What the steps before decided may change a notice while it is read; its reader is told to read the new version
      const seen = await walked().catch((error: unknown) => {
        if (!String(error).includes('Thông báo đã có bản mới hơn')) throw error;
        return walked();
      });
      expect(section.mentioned.filter((name) => !seen.includes(name))).toEqual([]);
    });
  });
