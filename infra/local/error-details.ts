import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';

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
