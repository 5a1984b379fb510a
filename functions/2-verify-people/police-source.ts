import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PersonVerdict } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';

export interface PoliceAnswer {
  readonly verdict: PersonVerdict;
  /** The number of the person found: makes the reference to the person, and is never kept. */
  readonly policeNumber?: string;
  /** Their old number, where police data have one: an account may still stand under it. */
  readonly oldNumber?: string | undefined;
}

/** Where police data come from: the extract that the police uploaded, or their verification service. */
export interface PoliceSource {
  /**
   * @param roleTakenOn the version's date: the document's status on that day counts
   * @param policeDataComplete a police extract has been read to its end; of a service this is always true
   * @throws {PoliceServiceUnavailable} an outage: it delays, and decides nothing
   */
  verify(person: DeclaredPerson, roleTakenOn: IsoDate, policeDataComplete: boolean): Promise<PoliceAnswer>;
}
