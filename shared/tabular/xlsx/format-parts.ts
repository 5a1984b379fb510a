/** The parts of a number format for positive numbers. */
export interface FormatParts {
  /** The signs that stand for digits, days or times. */
  readonly shown: string;
  /** The words and signs that the format writes beside the number, such as `triệu`, `$` or `%`. */
  readonly words: string;
  /** Whether it shows hours, minutes or seconds that may exceed a day, as `[h]:mm` does. */
  readonly isDuration: boolean;
}

const DURATION = /^(?:h+|m+|s+)$/iu;
/** The sign of a currency in brackets: `$-409` names only a language. */
const CURRENCY = /^\$([^-]*)/u;
/** Quoted text, an escaped sign, brackets, and the signs `_` and `*` that pad the cell with the sign behind them. */
const LITERAL = /"([^"]*)"|\\([^])|\[([^\]]*)\]|[_*][^]/gu;

/** A section that counts only for some numbers: `[<1000]`, `[=0]`. */
const CONDITION = /\[[<>=]/u;
/** The signs that stand for the digits of a number; a section without them writes only words. */
const DIGITS = /[0#?]|general/iu;
const MOST_SECTIONS = 3;

/**
 * The sections of a format that may show a positive number, each in its parts: the first one, or all where conditions
 * choose between them, as in `[=0]"-";#,##0 "triệu"`.
 */
export function partsOfSections(code: string): readonly FormatParts[] {
  const sections = sectionsOf(code);
  const [first = ''] = sections;
  if (!sections.some((section) => CONDITION.test(section.replaceAll(/"[^"]*"/gu, '')))) return [partsOf(first)];
  const numeric = sections.map(partsOf).filter(({ shown }) => DIGITS.test(shown));
  return numeric.length === 0 ? [partsOf(first)] : numeric;
}

/** Divides a section of a format into what stands for the number and what is written beside it. */
function partsOf(section: string): FormatParts {
  let words = '';
  let isDuration = false;
  const shown = section.replaceAll(LITERAL, (_, quoted?: string, escaped?: string, bracket?: string) => {
    words += quoted ?? escaped ?? CURRENCY.exec(bracket ?? '')?.[1] ?? '';
    isDuration ||= DURATION.test(bracket ?? '');
    return '';
  });
  const signs = shown.replaceAll(/[^$€£¥₫]/gu, '');
  return { shown, words: (words + signs).trim(), isDuration };
}

/** The sections for numbers between semicolons that are no part of a literal; the fourth one is for texts. */
function sectionsOf(code: string): readonly string[] {
  const sections: string[] = [];
  for (let from = 0; from <= code.length && sections.length < MOST_SECTIONS; ) {
    const end = sectionEnd(code, from);
    sections.push(code.slice(from, end));
    from = end + 1;
  }
  return sections;
}

function sectionEnd(code: string, from: number): number {
  for (let at = from; at < code.length; at += 1) {
    const letter = code.charAt(at);
    if (letter === ';') return at;
    if (letter === '\\' || letter === '_' || letter === '*') at += 1;
    else if (letter === '"' || letter === '[') {
      const end = code.indexOf(letter === '"' ? '"' : ']', at + 1);
      if (end === -1) return at;
      at = end;
    }
  }
  return code.length;
}
