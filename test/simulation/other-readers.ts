import { itemsOf, tableKind, tableNamed } from './end-state.ts';
import type { ServiceRequest } from './services.ts';
import type { Attributes } from './twins/expressions.ts';
import { useProcessor } from './virtual.ts';
import type { World } from './world.ts';

/** So long a wait leaves a reader no time. */
const LONG_MS = 245_000;

/**
 * The first reader of a file reads so slowly that it has no time left before the file is judged. Once each, just before a
 * reader stores that the file is stopped, is released or restores facts, another function stores its own state of the file.
 */
export class OtherReaders {
  /** When the reading of the file began. */
  startedAt: unknown;
  readonly #world: World;
  readonly #of: { readonly feed: string; readonly file: string };
  readonly #done = new Set<string>();
  #reader: object | undefined;

  constructor(world: World, of: { readonly feed: string; readonly file: string }) {
    this.#world = world;
    this.#of = of;
  }

  before({ name, input }: ServiceRequest, invocation: object): void {
    const { feed, file } = this.#of;
    if (this.#reader === invocation && this.#isFirst('slow')) {
      this.#world.pass(LONG_MS);
      useProcessor(LONG_MS);
    }
    if (name === 'GetObjectCommand' && input.Key === `${feed}/${file}`) this.#reader ??= invocation;
    if (name !== 'PutCommand' || tableKind(input.TableName) !== 'Files' || input.Item.file !== file) return;
    const { state, restores, released, startedAt } = input.Item;
    this.startedAt ??= startedAt;
    if (state === 'stopped' && this.#isFirst('stopped')) this.#store(input.Item);
    const stored = itemsOf(this.#world, 'Files').find((one) => one['feed'] === feed && one['file'] === file);
    if (state !== 'reading' || !stored) return;
    const isReleased = released && !stored['released'];
    if (isReleased && this.#isFirst('released')) this.#store({ ...stored, startedAt: released.at });
    if (restores && this.#isFirst('restores')) this.#store({ ...stored, startedAt, restores });
  }

  #isFirst(what: string): boolean {
    if (this.#done.has(what)) return false;
    this.#done.add(what);
    return true;
  }

  #store(item: Attributes): void {
    const TableName = tableNamed(this.#world, 'Files');
    this.#world.tables.send({ name: 'PutCommand', input: { TableName, Item: { ...item, writeId: 'another' } } });
  }
}
