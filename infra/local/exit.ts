/** The meaning of a command's exit code. */
export const EXIT = { done: 0, failed: 1, wrongCommandLine: 2, interrupted: 130 };

/** Prints what is wrong with a call. @returns the matching exit code */
export function printError(sentence: string, code = EXIT.wrongCommandLine): number {
  console.error(sentence);
  return code;
}
