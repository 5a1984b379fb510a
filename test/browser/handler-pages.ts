import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import type { Assets } from '#functions/serve-pages/http/assets.ts';
import { readAssets } from '#functions/serve-pages/layout/read-assets.ts';
import { bundlePageAssets } from '#infra/bundle.ts';
import { listen } from '#infra/local/serve/listen.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { launchChromium } from './launch-chromium.ts';

/** Chromium on the pages of the real handler over in-memory tables. */
export interface HandlerPages {
  readonly assets: Assets;
  /**
   * The page of Chromium with an address at which the handler answers, with that browser's cookies. It is the same page
   * each time, because a new one takes six times the processor time of a new address.
   */
  pageOf(own: Browser): Promise<{ readonly page: Page; readonly url: string }>;
  close(): Promise<void>;
}

export async function handlerPages(): Promise<HandlerPages> {
  const folder = temporaryFolder('assets');
  await bundlePageAssets(join(import.meta.dirname, '..', '..'), folder);
  const browser = await launchChromium();
  const page = browser.newPage();
  const closing: (() => void)[] = [];
  return {
    assets: readAssets(join(folder, 'serve-pages', 'assets')),
    async pageOf(own) {
      const server = serverOf(own);
      const url = await listen(server, 0);
      closing.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return { page: await page, url };
    },
    async close() {
      await browser.close();
      for (const close of closing) close();
    },
  };
}

const serverOf = (own: Browser) =>
  createServer((request, response) => {
    const { method, url: path = '/' } = request;
    const answered = async () => {
      if (method !== 'POST') return own.get(path);
      return own.post(path, [...new URLSearchParams(await text(request))]);
    };
    answered()
      .then(({ statusCode = 500, headers = {}, body = '', isBase64Encoded }) =>
        response.writeHead(statusCode, textsOf(headers)).end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')),
      )
      .catch(() => response.destroy());
  });

const textsOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
