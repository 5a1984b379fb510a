import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PersonVerdict, PoliceCoverage } from '#shared/domain/identity/person-verdict.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';

export interface PoliceAnswer {
  readonly verdict: PersonVerdict;
  /** The number of the person found, from which the reference to the person is made. The number itself is never stored. */
  readonly policeNumber?: string;
  /** The person's old number, where police data have one: an account may still carry it. */
  readonly oldNumber?: string | undefined;
}

/** The source of police data: the extract that the police uploaded, or their verification service. */
export interface PoliceSource {
  /**
   * @param roleTakenOn the version's date, on which the document's status is asked
   * @param policeData which extracts have been read to their end; the service knows everybody
   * @throws {PoliceServiceUnavailable} in an outage, which delays and decides nothing
   */
  verify(person: DeclaredPerson, roleTakenOn: IsoDate, policeData: PoliceCoverage): Promise<PoliceAnswer>;
}
