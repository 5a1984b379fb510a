/** No queue of the stack has this name. */
export class UnknownQueue extends Error {
  override readonly name = 'UnknownQueue';
}
