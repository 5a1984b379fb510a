import { decodeText } from '../decode-text.ts';
import type { Limits } from '../limits.ts';
import { InflationBudget, inflatePart } from './inflate-part.ts';
import type { NumberFormat } from './number-formats.ts';
import { numberFormats } from './number-formats.ts';
import { attribute, elements, xmlText } from './xml.ts';
import type { ZipPart } from './zip-parts.ts';
import { brokenWorkbook, zipParts } from './zip-parts.ts';

/** What the sheets of a workbook are read with. */
export interface Workbook {
  readonly sheets: ReadonlyArray<{ readonly name: string; readonly part: ZipPart }>;
  readonly texts: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Days count from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
  readonly budget: InflationBudget;
}

const RELATION = /<(?:[\w.-]+:)?Relationship\s[^>]*>/gu;
const SHEET = /<(?:[\w.-]+:)?sheet\s[^>]*>/gu;

/**
 * Opens a workbook (ECMA-376): its sheets in order, its table of texts, its number formats.
 * @throws {UnreadableFile} `broken`, `locked`, `too_big`
 */
export async function openWorkbook(file: Buffer, limits: Limits): Promise<Workbook> {
  const parts = zipParts(file);
  const budget = new InflationBudget(limits.inflatedBytes);
  const whole = async (name: string): Promise<string> => {
    const part = parts.get(name);
    return part === undefined ? '' : textOf(part, [budget, new InflationBudget(limits.sharedTextBytes)]);
  };
  const main = mainPart(await whole('_rels/.rels'));
  const folder = main.includes('/') ? main.slice(0, main.lastIndexOf('/') + 1) : '';
  const book = await whole(main);
  if (book === '') throw brokenWorkbook();
  const relations = relationsOf(await whole(`${folder}_rels/${main.slice(folder.length)}.rels`), folder);
  const target = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type)?.target;
  const texts = parts.get(target('sharedStrings') ?? '');
  return {
    sheets: sheetsOf(book, relations, parts),
    texts: texts === undefined ? [] : await sharedTexts(texts, [budget, new InflationBudget(limits.sharedTextBytes)]),
    formats: numberFormats(await whole(target('styles') ?? '')),
    from1904: /\sdate1904\s*=\s*["'](?:1|true)["']/u.test(book),
    budget,
  };
}

const textOf = async (part: ZipPart, budgets: readonly InflationBudget[]): Promise<string> => {
  const pieces: string[] = [];
  for await (const piece of decodeText(inflatePart(part, budgets))) pieces.push(piece);
  return pieces.join('');
};

const sharedTexts = async (part: ZipPart, budgets: readonly InflationBudget[]): Promise<string[]> => {
  const texts: string[] = [];
  for await (const found of elements(decodeText(inflatePart(part, budgets)), 'si')) {
    for (const element of found) texts.push(richText(element));
  }
  return texts;
};

/** The text of all runs; how it is pronounced (`rPh`) is none of it. */
export function richText(xml: string): string {
  const spoken = xml.includes('rPh') ? xml.replace(/<(?:[\w.-]+:)?rPh[\s>][\s\S]*?<\/(?:[\w.-]+:)?rPh>/gu, '') : xml;
  let text = '';
  for (const run of spoken.matchAll(/<(?:[\w.-]+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?t>/gu)) text += run[1] ?? '';
  return xmlText(text);
}

const mainPart = (relations: string): string => {
  for (const { type, target } of relationsOf(relations, '').values()) if (type === 'officeDocument') return target;
  return 'xl/workbook.xml';
};

const relationsOf = (xml: string, folder: string): ReadonlyMap<string, { type: string; target: string }> => {
  const relations = new Map<string, { type: string; target: string }>();
  for (const [tag] of xml.matchAll(RELATION)) {
    const target = attribute(tag, 'Target') ?? '';
    const type = attribute(tag, 'Type')?.split('/').at(-1) ?? '';
    relations.set(attribute(tag, 'Id') ?? '', {
      type,
      target: target.startsWith('/') ? target.slice(1) : folder + target,
    });
  }
  return relations;
};

const sheetsOf = (
  book: string,
  relations: ReadonlyMap<string, { type: string; target: string }>,
  parts: ReadonlyMap<string, ZipPart>,
): Workbook['sheets'] =>
  [...book.matchAll(SHEET)].flatMap(([tag], index) => {
    const relation = relations.get(/\s[\w.-]+:id\s*=\s*["']([^"']*)["']/u.exec(tag)?.[1] ?? '');
    const part = parts.get(relation?.target ?? '');
    if (relation?.type !== 'worksheet' || part === undefined) return [];
    return [{ name: attribute(tag, 'name') ?? `Sheet${index + 1}`, part }];
  });
