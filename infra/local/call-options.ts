import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** An option of a call that has a text. */
export const TEXT = { type: 'string' } as const;

/** The options of a command's call; undefined where the call has others, or one without its text. */
export function optionsOf<const O extends ParseArgsOptionsConfig>(words: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch {
    return undefined;
  }
}
