import type { CaseFile } from '#shared/domain/notification/dossier/case-file.ts';
import type { PoliceNotice } from '#shared/domain/notification/dossier/police-notice.ts';

/** A case as it goes to the police's other tools: the notice, and the facts behind it where they are still kept. */
export interface ExportedCase {
  readonly notice: PoliceNotice;
  readonly caseFile?: CaseFile | undefined;
}

/** Makes an id of what a thing is: the same person or company has the same id in every export. */
export type MakeId = (content: unknown) => string;

/** What makes a person the same: the document; of a person without one the name and the date of birth. */
export const personKey = (person: {
  readonly documentType: string;
  readonly documentNumber: string;
  readonly fullName: string;
  readonly dateOfBirth: string;
}): unknown =>
  person.documentNumber === ''
    ? { person: person.fullName, born: person.dateOfBirth }
    : { document: person.documentType === 'HC' ? 'HC' : 'ID', number: person.documentNumber };

export const companyKey = (enterpriseCode: string): unknown => ({ company: enterpriseCode });
