import { appendFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { cacheFolder } from './cache-folder.ts';
import { failureSentence } from './failure-sentence.ts';
import { inColumns } from './in-columns.ts';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** The meaning of a command's exit code. */
export const EXIT = { done: 0, failed: 1, wrongCommandLine: 2, interrupted: 130 };

/** Prints what is wrong with a call. @returns the matching exit code */
export function printError(sentence: string, code = EXIT.wrongCommandLine): number {
  console.error(sentence);
  return code;
}

/**
 * What an engineer needs to find the cause of an error: the class, the code and the places in the sources, of the error
 * and of its causes. The message is kept only if our own sources threw a plain `Error`. Other messages may
 * quote a file, and a file names people.
 */
export function errorDetails(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const places = (error.stack ?? '').split('\n').filter((line) => PLACE.test(line));
  const isOwn = error.constructor === Error && isInSources(places[0]);
  const message = isOwn ? `: ${maskNumbers(error.message)}` : '';
  const head = [error.name, ...CODES.flatMap((name) => codeOf(error, name))].join(' ');
  const cause = error.cause === undefined ? [] : [`caused by ${errorDetails(error.cause)}`];
  return [head + message, ...places, ...cause].join('\n');
}

/** A line of a stack that names a place; a message may have lines of its own. */
const PLACE = /^ {4}at (?:[\w$.<>[\] #]+ \()?(?:file:|node:|[/]|[A-Z]:)[^()]*:\d+:\d+\)?$/u;
const SOURCES = `${pathToFileURL(join(import.meta.dirname, '..', '..')).href}/`;
const isInSources = (place = ''): boolean =>
  [SOURCES, SOURCES.replace('file://', '').replaceAll('/', sep)].some((root) => place.includes(root)) &&
  !place.includes('node_modules');

const CODES = ['code', 'syscall'] as const;
const CODE = /^\w{1,60}$/u;

function codeOf(error: Error, name: (typeof CODES)[number]): string[] {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value;
  return typeof value === 'string' && CODE.test(value) ? [value] : [];
}

/** Arguments that ask for the usage, in any position. */
export const asksForHelp = (words: readonly string[]): boolean => words.includes('--help') || words.includes('-h');

/** Writes where the error came about into a file for engineers. @returns the sentence for the person at the screen */
export function reportFailure(error: unknown): string {
  const details = join(cacheFolder(), 'errors.log');
  appendFileSync(details, `${new Date().toISOString()} ${errorDetails(error)}\n`, { mode: 0o600 });
  return failureSentence(error, details);
}

/** Runs a command of the shell: prints its usage on `--help`, and one Vietnamese sentence where it fails. */
export async function runCommand(usage: string, main: (words: string[]) => Promise<number>): Promise<void> {
  const words = process.argv.slice(2);
  if (asksForHelp(words)) {
    console.log(inColumns(usage));
    return;
  }
  const fail = (error: unknown) => {
    console.error(reportFailure(error));
    process.exit(EXIT.failed);
  };
  process.once('uncaughtException', fail);
  try {
    process.exitCode = await main(words);
  } catch (error) {
    fail(error);
  }
}

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
