/** Runs an operation of a service by its name in AWS's API (`PutItem`), with the input and output of the SDK's command. */
export type InProcessService = (operation: string, input: object) => Promise<object>;

/** The services that run in this process. */
export interface InProcessServices {
  /** The tables, with native values as in the document client. */
  readonly tables?: InProcessService | undefined;
  readonly queues?: InProcessService | undefined;
}

const GIVEN = Symbol.for('haukiem.in-process-services');

/** Gives a function's bundle, which is loaded afterwards, the services that its clients ask. */
export const giveServices = (services: InProcessServices): unknown => Reflect.set(globalThis, GIVEN, services);

/** The services that were given; none where a run uses another endpoint. */
export const givenServices = (): InProcessServices => Reflect.get(globalThis, GIVEN) ?? {};
