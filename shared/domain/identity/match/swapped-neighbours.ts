/** Every text that two neighbouring characters swapped could have made of this one, from left to right. */
export function swappedNeighbours(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(1).flatMap((second, n) => {
    const first = letters[n];
    if (first === undefined || first === second) return [];
    return [[...letters.slice(0, n), second, first, ...letters.slice(n + 2)].join('')];
  });
}
