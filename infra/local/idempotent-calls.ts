/** The errors of a service that has the resource already, and of one that no longer has it. */
const EXISTS_ALREADY = ['ResourceInUseException', 'BucketAlreadyOwnedByYou', 'ResourceExistsException'];
const GONE_ALREADY = ['ResourceNotFoundException', 'NoSuchBucket', 'QueueDoesNotExist'];

/**
 * Creates a resource, and is undefined if it exists already. Each run has names of its own, so an earlier try of the same
 * call created it, and its answer was lost.
 */
export const createIfMissing = <T>(call: Promise<T>): Promise<T | undefined> => unless(EXISTS_ALREADY, call);

/** Removes a resource. If it is missing, an earlier try of the same call removed it, and its answer was lost. */
export const removeIfPresent = (call: Promise<unknown>): Promise<unknown> => unless(GONE_ALREADY, call);

async function unless<T>(names: readonly string[], call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  }
}
