/** A run did not end, because something was always left to do. */
export class Restless extends Error {
  override readonly name = 'Restless';
}
