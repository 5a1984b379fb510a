import type { Locator, Page, Response } from 'playwright-core';
import { FAULTY_FILE, TYPED } from './typed-values.ts';
import type { GuideSection, NamesToFind } from './read-guide.ts';

/** How long a page may take until it shows what a step before has changed. */
const PATIENCE = 45_000;
const BETWEEN = 1500;

/** Follows the numbered steps of a section from the page that is open, as its reader does. @returns the texts seen */
export async function walk(section: GuideSection, page: Page): Promise<string> {
  const seen: string[] = [];
  const refused: string[] = [];
  const onResponse = (answer: Response) => {
    const isPage = answer.request().isNavigationRequest();
    if (isPage && answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  };
  page.on('response', onResponse);
  try {
    for (const [n, step] of section.steps.entries()) {
      for (const named of step) {
        const [first] = await found(named, page);
        if (!first) throw new Error(`Step ${n + 1} names nothing`);
        await act(first, named.names[0] ?? '', page);
        await page.waitForLoadState();
        seen.push((await page.locator('body').textContent()) ?? '');
        const error = page.getByRole('alert');
        if ((await error.count()) > 0) refused.push(await error.innerText());
        if (refused.length > 0) throw new Error(`Step ${n + 1}, “${named.names.join()}”: ${refused.join(' ')}`);
      }
    }
  } finally {
    page.off('response', onResponse);
  }
  return seen.join('\n');
}

/** Looks for all names of a step, and loads the page again where what it waits for is not there yet. */
async function found(named: NamesToFind, page: Page): Promise<Locator[]> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const all = await Promise.all(
      named.names.map((name) => (named.isColumn ? inColumn(name, page) : byName(name, page))),
    );
    const there = all.filter((locator) => locator !== undefined);
    if (there.length === all.length) return there;
    const missing = named.names.filter((_, n) => all[n] === undefined);
    if (Date.now() > until) throw new Error(`“${missing.join('”, “')}” is not on the page ${page.url()}`);
    await page.waitForTimeout(BETWEEN);
    await page.reload();
  }
}

const escaped = (name: string) => name.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);
const firstVisible = async (...candidates: readonly Locator[]): Promise<Locator | undefined> => {
  for (const candidate of candidates) {
    const visible = candidate.filter({ visible: true });
    if ((await visible.count()) > 0) return visible.first();
  }
  return undefined;
};

/** Finds what has the name: a control of the page, an entry of the menu, or else a text. */
function byName(name: string, page: Page): Promise<Locator | undefined> {
  const main = page.locator('main');
  const begins = new RegExp(String.raw`^${escaped(name)}( |:|$)`, 'u');
  return firstVisible(
    ...controls(main, name),
    page.locator('nav').getByRole('link', { name, exact: true }),
    ...controls(main, begins),
    main.getByText(name, { exact: true }),
    main.getByText(begins),
  );
}

const controls = (main: Locator, name: string | RegExp): Locator[] => [
  main.getByLabel(name, { exact: true }).and(main.locator('input, select, textarea')),
  main.getByRole('button', { name, exact: true }),
  main.getByRole('link', { name, exact: true }),
  main.getByRole('group', { name, exact: true }),
  main
    .locator('summary')
    .filter({ hasText: typeof name === 'string' ? new RegExp(String.raw`^\s*${escaped(name)}\s*$`, 'u') : name }),
];

/** Finds what the reader acts on in the first row below a heading of a table, or else the heading. */
async function inColumn(name: string, page: Page): Promise<Locator | undefined> {
  const heading = page.locator('main th').filter({ hasText: new RegExp(String.raw`^${escaped(name)}$`, 'u') });
  for (const cell of await heading.all()) {
    const index = await cell.locator('xpath=preceding-sibling::th').count();
    const cells = cell.locator(`xpath=ancestor::table//tbody/tr/td[${index + 1}]`);
    const within = await firstVisible(cells.getByRole('checkbox'), cells.locator('a'));
    if (within) return within;
  }
  return firstVisible(heading);
}

/** Presses, opens, chooses or types, as is done with an element of its kind. */
async function act(element: Locator, name: string, page: Page): Promise<void> {
  const tag = await element.evaluate((one) => one.tagName.toLowerCase());
  const type = (await element.getAttribute('type')) ?? '';
  if (tag === 'fieldset') return act(await chosenOf(element), name, page);
  if (type === 'file') return element.setInputFiles(FAULTY_FILE);
  if (type === 'radio' || type === 'checkbox') return element.check();
  if (tag === 'select' || tag === 'textarea' || tag === 'input') return fill(element, tag, name);
  if (tag === 'a') return follow(element, page);
  if (tag === 'button' || tag === 'summary') return press(element, page);
}

/** Presses a button; a script that sends files leaves the page only when the bucket has them. */
async function press(element: Locator, page: Page): Promise<void> {
  const sendsFiles = await element.evaluate((one) => one.closest('form')?.hasAttribute('data-many') ?? false);
  await element.click();
  if (sendsFiles) await page.waitForURL(/\/files\?/u);
}

/** Takes the choice of the group that has been made, or else its second one: the first may mean “no longer”. */
async function chosenOf(group: Locator): Promise<Locator> {
  const choices = group.locator('input');
  const checked = group.locator('input:checked');
  return (await checked.count()) > 0 ? checked.first() : choices.nth(Math.min(1, (await choices.count()) - 1));
}

async function fill(field: Locator, tag: string, name: string): Promise<void> {
  if (tag === 'select') {
    const chosen = TYPED[name];
    await field.selectOption(chosen === undefined ? { index: 0 } : chosen);
    return;
  }
  const text = TYPED[name];
  if (text === undefined) throw new Error(`Nobody knows what is typed in “${name}”`);
  await field.fill(text);
}

/** Opens the link, or takes the file behind it. */
async function follow(link: Locator, page: Page): Promise<void> {
  const address = new URL((await link.getAttribute('href')) ?? '', page.url());
  if (address.hash !== '') return link.click();
  const answer = await page.context().request.get(address.href, { maxRetries: 1 });
  if (!answer.ok()) throw new Error(`${answer.status()} ${address.href}`);
  if (answer.headers()['content-disposition']?.startsWith('attachment')) return;
  await link.click();
}
