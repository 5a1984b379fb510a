/** A pure function of a text that keeps its last answers, at most so many: then it forgets them all. */
export function remembering<T>(of: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = of(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}
