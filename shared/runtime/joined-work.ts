/** Does the work on a key for its callers and gives all of them its result. */
export type JoinedWork<C, T> = (key: string, caller: C, work: (callers: readonly C[]) => Promise<T>) => Promise<T>;

/**
 * Work on a key that callers of one process share. One piece of it runs at a time; those who come meanwhile have the next
 * one together, so that each gets the result of a piece that began after its call.
 */
export function joinedWork<C, T>(): JoinedWork<C, T> {
  const waiting = new Map<string, { readonly callers: C[]; readonly done: Promise<T> }>();
  const latest = new Map<string, Promise<unknown>>();
  return (key, caller, work) => {
    const next = waiting.get(key);
    if (next) {
      next.callers.push(caller);
      return next.done;
    }
    const callers = [caller];
    const afterThe = async (before: Promise<unknown> | undefined): Promise<T> => {
      // Its own callers get the error of the piece before
      await before?.catch(() => {});
      waiting.delete(key);
      return work(callers);
    };
    const done = afterThe(latest.get(key));
    waiting.set(key, { callers, done });
    latest.set(key, done);
    return done;
  };
}
