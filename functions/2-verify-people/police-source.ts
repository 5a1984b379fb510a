import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PersonVerdict, PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
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
   * @param roleTakenOn the version's date: the document's standing on that day counts
   * @param policeData what extracts have been read to their end; a service answers for everybody
   * @throws {PoliceServiceUnavailable} an outage: it delays, and decides nothing
   */
  verify(person: DeclaredPerson, roleTakenOn: IsoDate, policeData: PoliceCoverage): Promise<PoliceAnswer>;
}
