/** Edits between two short texts: a letter wrong, missing or too many, or two neighbours swapped, counts one (optimal string alignment). */
export function typingDistance(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, n) => n);
  for (const [i, letter] of left.entries()) {
    const row = [i + 1];
    for (const [j, other] of right.entries()) {
      const swapped = i > 0 && j > 0 && letter === right[j - 1] && left[i - 1] === other;
      row.push(
        Math.min(
          at(last, j + 1) + 1,
          at(row, j) + 1,
          at(last, j) + (letter === other ? 0 : 1),
          swapped ? at(beforeLast, j - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, right.length);
}

const at = (row: readonly number[], n: number): number => row[n] ?? Number.POSITIVE_INFINITY;
