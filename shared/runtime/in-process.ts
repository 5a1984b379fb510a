/** Answers an operation of a service by its name in AWS's API (`PutItem`), with the input and output of the SDK's command. */
export type InProcessService = (operation: string, input: object) => Promise<object>;

/** Services that run in this very process. */
export interface InProcessServices {
  /** Tables, with native values as the document client has them. */
  readonly tables?: InProcessService | undefined;
  readonly queues?: InProcessService | undefined;
}

/** Set where functions and engines run in one process; never set in a deployed function. */
export const IN_PROCESS_SERVICES = Symbol.for('haukiem.services-nearby');
