/** The number of taken messages after which the array is shortened, because each shortening moves the rest. */
const SHORTENED_AFTER = 4096;

/**
 * The waiting messages of a queue in their order. A plain array of a hundred thousand messages would move all of them
 * for each one that is taken from its front.
 */
export class MessageLine<T> implements Iterable<T> {
  #items: (T | undefined)[] = [];
  #taken = 0;

  get length(): number {
    return this.#items.length - this.#taken;
  }

  push(item: T): number {
    this.#items.push(item);
    return this.length;
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#taken];
    // A taken message is released at once, before the array is shortened
    this.#items[this.#taken] = undefined;
    this.#taken += 1;
    if (this.#taken >= SHORTENED_AFTER && this.#taken * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const item of this.#items.slice(this.#taken)) if (item !== undefined) yield item;
  }
}
