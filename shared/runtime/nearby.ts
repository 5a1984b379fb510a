/** Answers an operation of a service by its name in AWS's API (`PutItem`), with the input and output of the SDK's command. */
export type Nearby = (operation: string, input: object) => Promise<object>;

/** Services that run in this very process. */
export interface ServicesNearby {
  /** With native values, as the document client has them. */
  readonly tables?: Nearby | undefined;
  readonly queues?: Nearby | undefined;
}

/** Set where functions and engines run in one process; never set in a deployed function. */
export const SERVICES_NEARBY = Symbol.for('haukiem.services-nearby');
