import { descending } from '#shared/domain/vietnamese/text/text-order.ts';
import { POLICE_STATUSES, type PoliceRecord } from '../police-record.ts';

/**
 * Joins all versions of a person's record: the latest status is valid and, for one date or none, the graver status. An
 * old number or a gender that only one version has is kept. The order of versions does not matter.
 * @param versions at least one, all of one document number
 * @throws {RangeError} on none
 */
export function foldRecords(versions: readonly PoliceRecord[]): PoliceRecord {
  const ordered = latestFirst(versions);
  const [holding] = ordered;
  if (!holding) throw new RangeError('no version to fold');
  return {
    ...holding,
    gender: ordered.find(({ gender }) => gender)?.gender,
    oldNumber: ordered.find(({ oldNumber }) => oldNumber)?.oldNumber,
  };
}

export function latestFirst(versions: readonly PoliceRecord[]): readonly PoliceRecord[] {
  return [...versions].sort(
    (a, b) =>
      descending(a.statusOn ?? '', b.statusOn ?? '') ||
      POLICE_STATUSES.indexOf(a.status) - POLICE_STATUSES.indexOf(b.status) ||
      b.dateOfBirth.length - a.dateOfBirth.length ||
      descending(contentOf(a), contentOf(b)),
  );
}

/** What no status and no date decides. A new field of a record must be added here. */
const contentOf = (record: PoliceRecord): string => {
  const { expiresOn, fullName, dateOfBirth, oldNumber, gender, permanentAddress, documentType } = record;
  const content = {
    expiresOn,
    fullName,
    dateOfBirth,
    oldNumber,
    gender,
    permanentAddress,
    documentType,
  } satisfies Record<Exclude<keyof PoliceRecord, 'documentNumber' | 'status' | 'statusOn'>, unknown>;
  return Object.values(content).join('\n');
};
