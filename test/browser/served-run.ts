import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import type { Page } from 'playwright-core';
import { launchChromium } from './launch-chromium.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** What Playwright gives a page unless a test asks for another size. */
const VIEWPORT = { width: 1280, height: 720 };
interface ContextOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  readonly javaScriptEnabled?: boolean;
  readonly locale?: string;
}

/** A served embedded run on the sample inbox with a Chromium. */
export interface BrowserRun {
  /** The address, `http://127.0.0.1:port`. */
  readonly url: string;
  /** Opens a separate browser context in which the sample person with the name has signed in. */
  signedIn(person: string, options?: ContextOptions): Promise<Page>;
  /**
   * Opens a path of the desks as the sample person, who signs in again once the session has ended. It is the same page
   * for each test, because a new context takes six times the processor time of a new address.
   * @throws {Error} where the desks do not answer with the page
   */
  pageAt(person: string, path: string, options?: ContextOptions): Promise<Page>;
  /** Closes the contexts that `signedIn` opened, because each keeps a process of Chromium. */
  endVisits(): Promise<void>;
  stop(): Promise<void>;
}

/** A machine that runs all other tests beside these may leave a page waiting longer than Playwright does by itself. */
const PATIENCE_MS = 120_000;

/** @param receivers the path of a file for `--receivers` */
export async function servedRun(receivers?: string): Promise<BrowserRun> {
  // Without a browser no run is started
  const browser = await launchChromium();
  const out = temporaryFolder('browser');
  const run = spawn(
    process.execPath,
    [
      join(ROOT, 'infra/local/start.ts'),
      '--out',
      out,
      '--serve',
      '0',
      ...(receivers === undefined ? [] : ['--receivers', receivers]),
    ],
    {
      cwd: ROOT,
    },
  );
  const url = await servedAt(run);
  const signIn = async (page: Page, person: string): Promise<void> => {
    await page.getByText(person).click();
    await page.waitForURL(`${url}/**`);
  };
  const enter = async (person: string, options?: ContextOptions): Promise<Page> => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    await page.goto(url);
    await signIn(page, person);
    return page;
  };
  const visits: Page[] = [];
  const kept = new Map<string, Promise<Page>>();
  return {
    url,
    async signedIn(person, options) {
      const page = await enter(person, options);
      visits.push(page);
      return page;
    },
    async pageAt(person, path, options) {
      const key = JSON.stringify([person, options]);
      const opening = kept.get(key) ?? enter(person, options);
      kept.set(key, opening);
      const page = await opening;
      await page.setViewportSize(options?.viewport ?? VIEWPORT);
      let answer = await page.goto(url + path);
      if (!page.url().startsWith(url)) {
        // An operator's session ends after five minutes without a request
        await signIn(page, person);
        answer = await page.goto(url + path);
      }
      if (!answer?.ok() || !page.url().startsWith(url)) throw new Error(`${answer?.status()} ${page.url()}`);
      return page;
    },
    async endVisits() {
      await Promise.all(visits.splice(0).map((page) => page.context().close()));
    },
    async stop() {
      await browser.close();
      run.kill('SIGINT');
    },
  };
}

const servedAt = (run: ChildProcess) =>
  new Promise<string>((resolve, reject) => {
    let said = '';
    run.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const url = /Bàn làm việc: mở (http:\S+)/u.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    run.once('exit', () => reject(new Error(said)));
  });
