/** Runs an operation of a service by its name in AWS's API (`PutItem`), with the input and output of the SDK's command. */
export type InProcessService = (operation: string, input: object) => Promise<object>;

/** The services that run in this process. */
export interface InProcessServices {
  /** The tables, with native values as in the document client. */
  readonly tables?: InProcessService | undefined;
  readonly queues?: InProcessService | undefined;
}

/** Is set where functions and engines run in one process, and never in a deployed function. */
export const IN_PROCESS_SERVICES = Symbol.for('haukiem.services-nearby');
