import type { HttpEvent } from '../http/answer.ts';

/** The sentence about what was done that an address names; undefined where it names none of them. */
export const doneSentence = (
  sentences: Readonly<Record<string, string>>,
  { queryStringParameters }: Pick<HttpEvent, 'queryStringParameters'>,
): string | undefined => {
  const done = queryStringParameters?.['done'];
  return done !== undefined && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
};
