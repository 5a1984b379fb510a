/** Disjoint sets of 0 … n-1 with path halving and union by size. */
export class UnionFind {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, index) => index);
    this.#size = new Int32Array(count).fill(1);
  }

  find(item: number): number {
    let at = item;
    for (;;) {
      const parent = this.#parent[at] ?? at;
      if (parent === at) return at;
      const above = this.#parent[parent] ?? parent;
      this.#parent[at] = above;
      at = above;
    }
  }

  /** The number of items in the set of `item`. */
  size(item: number): number {
    return this.#size[this.find(item)] ?? 1;
  }

  unite(a: number, b: number): void {
    const left = this.find(a);
    const right = this.find(b);
    if (left === right) return;
    const [big, small] = this.size(left) >= this.size(right) ? [left, right] : [right, left];
    this.#size[big] = this.size(big) + this.size(small);
    this.#parent[small] = big;
  }
}
