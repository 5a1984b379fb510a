/**
 * What a notice that has ended still says: what it was about, for whoever undoes what was done because of it. A bank is no
 * longer asked for anything, so that the scope of what was asked goes too, and so does the decision that allowed it. The
 * police were asked for nothing: their notice stays whole.
 */
export function whatRemains(content: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { request, decision: _decision, scope, ...rest } = content;
  return request === undefined ? { ...rest, scope } : rest;
}
