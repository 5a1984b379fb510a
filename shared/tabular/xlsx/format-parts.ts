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

/** Divides a format into what stands for the number and what is written beside it. */
export function partsOf(code: string): FormatParts {
  let words = '';
  let isDuration = false;
  const positive = firstSection(code);
  const shown = positive.replaceAll(LITERAL, (_, quoted?: string, escaped?: string, bracket?: string) => {
    words += quoted ?? escaped ?? CURRENCY.exec(bracket ?? '')?.[1] ?? '';
    isDuration ||= DURATION.test(bracket ?? '');
    return '';
  });
  const signs = shown.replaceAll(/[^$€£¥₫]/gu, '');
  return { shown, words: (words + signs).trim(), isDuration };
}

/** The text before the first semicolon that is no part of a literal. */
function firstSection(code: string): string {
  for (let at = 0; at < code.length; at += 1) {
    const letter = code.charAt(at);
    if (letter === ';') return code.slice(0, at);
    if (letter === '\\' || letter === '_' || letter === '*') at += 1;
    else if (letter === '"' || letter === '[') {
      const end = code.indexOf(letter === '"' ? '"' : ']', at + 1);
      if (end === -1) return code.slice(0, at);
      at = end;
    }
  }
  return code;
}
