/** A message that can never succeed: it is parked with this reason, which holds codes and never values. */
export class NeverPossible extends Error {
  override readonly name = 'NeverPossible';
}
