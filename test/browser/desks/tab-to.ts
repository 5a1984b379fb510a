import type { Page } from 'playwright-core';

/** A script in the page that returns the focused element and its label. */
const FOCUSED = "(({ activeElement: on }) => `${on.textContent} ${on.labels?.[0]?.textContent ?? ''}`)(document)";

/** Presses Tab until the focus is on an element with the text, at most the given number of times. */
export async function tabTo(page: Page, text: RegExp, presses = 60): Promise<void> {
  for (let n = 0; n < presses; n += 1) {
    await page.keyboard.press('Tab');
    if (text.test(String(await page.evaluate(FOCUSED)))) return;
  }
  throw new Error(`Nothing with ${String(text)} takes the focus`);
}
