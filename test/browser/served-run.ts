import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { chromium, type Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
/** The path of Debian's Chromium, or of another one that `CHROMIUM` names. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

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
   * The page of the sample person, who signs in once and stays signed in. It is the same page for each test, because a
   * new context takes six times the processor time of a new address, so a test opens an address of its own.
   */
  pageOf(person: string, options?: ContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

/** @param receivers the path of a file for `--receivers` */
export async function servedRun(receivers?: string): Promise<BrowserRun> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(`No Chromium at ${CHROMIUM}: install it (apt-get install chromium), or name it in CHROMIUM.`);
  }
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
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-quic'] });
  const signedIn: BrowserRun['signedIn'] = async (person, options) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(url);
    await page.getByText(person).click();
    return page;
  };
  const kept = new Map<string, Promise<Page>>();
  return {
    url,
    signedIn,
    async pageOf(person, options) {
      const key = JSON.stringify([person, options]);
      const opening = kept.get(key) ?? signedIn(person, options);
      kept.set(key, opening);
      const page = await opening;
      await page.setViewportSize(options?.viewport ?? VIEWPORT);
      return page;
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
