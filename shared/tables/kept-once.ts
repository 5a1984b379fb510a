/** Gives the first of equal values for each of them, so that a million companies of a few kinds need little memory. */
export function keptOnce<T>(): (value: T) => T {
  const kept = new Map<string, T>();
  return (value) => {
    const text = JSON.stringify(value);
    const known = kept.get(text);
    if (known !== undefined) return known;
    kept.set(text, value);
    return value;
  };
}
