import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import type { FeedFolder, FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { flow } from '#test/support/flow.ts';
import { accounts } from '#test/support/sample-feeds.ts';
import { csv, readWhole, table } from './read-whole.ts';
import { VALID_CELLS } from './valid-cells.ts';

/** Direction marks, joiners, fillers, selectors, tags, control characters, noncharacters and an unpaired surrogate. */
const LETTERS = [
  0x01, 0x7f, 0x85, 0xad, 0x034f, 0x061c, 0x115f, 0x180e, 0x200b, 0x200d, 0x202e, 0x2060, 0x2066, 0x3164, 0xfe0f,
  0xfeff, 0xfdd0, 0xe0041, 0xd83d,
].map((code) => String.fromCodePoint(code));

interface Trial {
  readonly key: string;
  readonly letter: string;
  readonly cells: readonly string[];
}

/** The positions of the character: inside a value, before it, after it, alone, and in a mark for an empty cell. */
const PLACES: ReadonlyArray<(value: string, letter: string) => string> = [
  (value, letter) => value.slice(0, 2) + letter + value.slice(2),
  (value, letter) => letter + value,
  (value, letter) => value + letter,
  (_, letter) => letter,
  (_, letter) => `-${letter}`,
];

/**
 * One row for each column, character and position, with the character in its cell, between valid rows of another
 * company.
 */
function trialsOf(layout: Layout): { readonly trials: readonly Trial[]; readonly sound: readonly string[] } {
  const values = layout.columns.map(({ key }) => {
    const value = VALID_CELLS[layout.rows]?.[key];
    if (value === undefined) throw new Error(`no value for ${layout.rows}.${key}`);
    return value;
  });
  const trials = layout.columns.flatMap(({ key, at }) =>
    LETTERS.flatMap((letter) =>
      PLACES.map((hide) => ({ key, letter, cells: values.with(at, hide(values[at] ?? '', letter)) })),
    ),
  );
  return { trials, sound: values.map((value) => (value === codeAt(1) ? codeAt(3) : value)) };
}

const FORMS: Readonly<Record<string, (layout: Layout, rows: readonly (readonly string[])[]) => Buffer>> = {
  csv: ({ columns }, rows) => Buffer.from(table([columns.map(({ label }) => label), ...rows])),
  xlsx: ({ columns }, rows) => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
    const written = [columns.map(({ label }) => label), ...rows].map((row) => `<row>${row.map(cell).join('')}</row>`);
    return workbookOf(`<worksheet><sheetData>${written.join('')}</sheetData></worksheet>`);
  },
  jsonl: (layout, rows) => Buffer.from(rows.map((row) => `${JSON.stringify(lineOf(layout, row))}\n`).join('')),
};

/** Writes every character that XML does not allow as spreadsheets do: `_x0001_`. */
const escaped = (text: string): string =>
  text.replaceAll(
    /\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu,
    (letter) => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0')}_`,
  );

function lineOf({ rows, columns }: Layout, cells: readonly string[]): object {
  const pick = (shared: boolean) =>
    Object.fromEntries(columns.filter((column) => column.shared === shared).map(({ key, at }) => [key, cells[at]]));
  return { ...pick(true), ...(rows === 'registrations' ? { people: [pick(false)] } : pick(false)) };
}

const named = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether the row is rejected or its receipt names the character with its column. */
function isTold(event: FeedEvent | undefined, { key, letter }: Trial): boolean {
  if (event?.type === 'rejected') return true;
  if (event?.type !== 'accepted') return false;
  const known = letter.isWellFormed() ? named(letter) : /U\+(?:D83D|FFFD)/u;
  return event.repairs.some(
    ({ field, why }) => field === key && (typeof known === 'string' ? why.includes(known) : known.test(why)),
  );
}

const CASES = Object.entries(LAYOUTS).flatMap(([folder, layouts]) =>
  layouts.flatMap((layout) => Object.keys(FORMS).map((form) => [layout.rows, form, folder, layout] as const)),
);

describe('an invisible character', () => {
  it.each(CASES)(
    'a hidden letter in any cell of %s in %s is named or its row refused',
    async (_, form, folder, layout) => {
      const { trials, sound } = trialsOf(layout);
      const rows = trials.flatMap(({ cells }) => [cells, sound]);
      const bytes = FORMS[form]?.(layout, rows) ?? Buffer.alloc(0);
      const { events } = await readWhole(bytes, folder as FeedFolder, `a.${form}`);
      const byRow = new Map(events.flatMap((event) => (event.type === 'opened' ? [] : [[event.row, event] as const])));
      const first = form === 'jsonl' ? 1 : 2;
      expect(byRow.get(first + 1)).toMatchObject({ type: 'accepted', repairs: [] });
      const silent = trials.flatMap((trial, n) =>
        isTold(byRow.get(first + n * 2), trial)
          ? []
          : [`${trial.key} ${named(trial.letter)} ${JSON.stringify(trial.cells)}`],
      );
      expect(silent).toEqual([]);
    },
  );

  it('a repaired cell names its hidden letters too', async () => {
    const people = csv([{ 'Điện thoại': '\u200B764220982', 'Ngành nghề chính': '\u200B0' }]);
    const [row] = (await readWhole(people, 'registrations', 'a.csv')).accepted;
    for (const { why } of row?.repairs ?? []) expect(why).toMatch(/U\+20(?:0B|2E)/u);
    expect(row?.repairs.map(({ field }) => field)).toEqual(['mainIndustryCode', 'phone']);
  });

  it('the receipt of a bank names hidden letters, however few', async () => {
    const { drop, settle, receipt } = await flow();
    await drop('accounts/a.csv', accounts(`VCB,1012345678,${codeAt(1)},CÔNG\u200B TY,,,,15/01/2025,1`));
    await settle();
    expect(receipt('accounts/a.csv')).toMatchObject({
      repaired: 1,
      repairedAlike: [{ field: 'holderName', count: 1, why: expect.stringContaining('U+200B') }],
    });
  });
});
