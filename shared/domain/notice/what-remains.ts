/**
 * What a notice that has ended still says: what it was about, for whoever undoes what was done because of it. It asks for
 * nothing any more, and what a decision allowed is not repeated.
 */
export function whatRemains(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { request, decision: _decision, scope, ...rest } = content;
  return request === undefined ? { ...rest, scope } : rest;
}
