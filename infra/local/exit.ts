/** The meaning of a command's exit code. */
export const EXIT = { done: 0, failed: 1, wrongCall: 2, interrupted: 130 };

/** Says why a call can't be followed. @returns the exit code that goes with it */
export function printError(sentence: string, code = EXIT.wrongCall): number {
  console.error(sentence);
  return code;
}
