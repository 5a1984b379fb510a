/** Computes a value of a fixed object and a name once, however often it is asked for. */
export function onceForEach<Fixed extends object, Value>(
  compute: (of: Fixed, name: string) => Value,
): (of: Fixed, name: string) => Value {
  const known = new WeakMap<Fixed, Map<string, Value>>();
  return (of, name) => {
    const own = known.get(of) ?? new Map<string, Value>();
    known.set(of, own);
    const value = own.has(name) ? own.get(name)! : compute(of, name);
    own.set(name, value);
    return value;
  };
}
