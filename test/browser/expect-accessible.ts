import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA. Only faults are described, because the description of what has no fault takes most of the time. */
const OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
  resultTypes: ['violations'],
} satisfies axe.RunOptions;
/** Scripts in the page. */
const IS_THERE = "'axe' in globalThis";
const FAULTS = `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/**
 * Finds accessibility faults of the page, as far as a program can test it. It waits for the whole page, because the
 * part of it that a busy machine has read after a click may have faults that the page does not have.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState();
  if (!(await page.evaluate<boolean>(IS_THERE))) await page.evaluate(axe.source);
  const faults = await page.evaluate<string[]>(FAULTS);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}
