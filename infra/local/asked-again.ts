/** The words of a service for: this exists already, or: this is gone already. */
const MADE_ALREADY = ['ResourceInUseException', 'BucketAlreadyOwnedByYou', 'ResourceExistsException'];
const GONE_ALREADY = ['ResourceNotFoundException', 'NoSuchBucket', 'QueueDoesNotExist'];

/**
 * A run's names are its own, so what exists already under one was made by the same call: its answer was lost, and the SDK
 * asked again. Undefined then.
 */
export const madeOnce = <T>(call: Promise<T>): Promise<T | undefined> => unless(MADE_ALREADY, call);

/** A missing resource was removed by an earlier try of the same call, whose answer was lost. */
export const removedOnce = (call: Promise<unknown>): Promise<unknown> => unless(GONE_ALREADY, call);

async function unless<T>(names: readonly string[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  }
}
