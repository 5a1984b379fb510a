import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
/** The path of Debian's Chromium, or of another one that `CHROMIUM` names. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** A served embedded run on the sample inbox with a Chromium. */
export interface ServedRun {
  /** The address, `http://127.0.0.1:port`. */
  readonly url: string;
  /** Opens a separate browser context in which the sample person with the name has signed in. */
  signedIn(person: string, options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  stop(): Promise<void>;
}

/** @param receivers the path of a file for `--receivers` */
export async function servedRun(receivers?: string): Promise<ServedRun> {
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
  const contexts: BrowserContext[] = [];
  return {
    url,
    async signedIn(person, options = {}) {
      const context = await browser.newContext(options);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(url);
      await page.getByText(person).click();
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

/** Finds accessibility faults of the page (WCAG 2.2 AA, as far as a program can test it). */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
