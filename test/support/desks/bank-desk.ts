import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from './browser.ts';
import { testDesks, type TestDesks } from './test-desks.ts';

/** A desk at which a clerk of bank 970436 is signed in. */
export interface BankDesk {
  readonly desks: TestDesks;
  readonly browser: Browser;
  /** Stores a new notice. @returns its id */
  issue(receiver: string, subject: string): Promise<string>;
  /** The fields of a form of the clerk about a notice's first state. */
  form(fields: Readonly<Record<string, string>>): Promise<Record<string, string>>;
}

export async function bankDesk(): Promise<BankDesk> {
  const desks = await testDesks();
  const browser = await desks.signedIn(['bank:970436']);
  return {
    desks,
    browser,
    async issue(receiver, subject) {
      const notice = aNotice(receiver, subject);
      await desks.notices.write(notice, undefined);
      return notice.noticeId;
    },
    form: async (fields) => ({ formToken: await desks.formTokenOf(browser), sequence: '1', ...fields }),
  };
}
