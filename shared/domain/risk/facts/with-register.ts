import { parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { isNameAlone, type Registration } from '#shared/domain/identity/registration.ts';
import { nameInRole, type RegistrationVersion, type RowConflict } from './fold-version.ts';
import { sameAddress } from './same-address.ts';
import { plainValue } from './same-value.ts';

/**
 * Adds what the register's own export says to the declared version that was in force on the day of its certificate. What
 * a version lacks is taken from the latest such row; where both say something, the declaration counts, and another value
 * is a conflict for the office.
 * @param declared the declared versions, the oldest first
 * @param ofRegister the export's versions, the oldest first, none of them before the first declared one
 */
export function withRegister(
  declared: readonly RegistrationVersion[],
  ofRegister: readonly RegistrationVersion[],
): RegistrationVersion[] {
  if (ofRegister.length === 0) return [...declared];
  return declared.map((version, place) => {
    const until = declared[place + 1]?.date;
    return ofRegister
      .filter(({ date }) => date >= version.date && (until === undefined || date < until))
      .toReversed()
      .reduce(completed, version);
  });
}

function completed(
  version: RegistrationVersion,
  { date: certifiedOn, registration: register }: RegistrationVersion,
): RegistrationVersion {
  const { registration } = version;
  return {
    ...version,
    registration: {
      ...registration,
      legalForm: registration.legalForm ?? register.legalForm,
      charterCapital: registration.charterCapital ?? register.charterCapital,
      mainIndustryCode: registration.mainIndustryCode ?? register.mainIndustryCode,
      industryCodes: registration.industryCodes ?? register.industryCodes,
      phone: registration.phone ?? register.phone,
      email: registration.email ?? register.email,
    },
    conflicts: [
      ...version.conflicts,
      ...conflictsBetween(registration, register).map((one) => ({ ...one, certifiedOn })),
    ],
  };
}

/** The values of the register's export that are others than the declared ones, after harmless spelling. */
function conflictsBetween(declared: Registration, register: Registration): RowConflict[] {
  const conflict = (field: string, kept: string | number | undefined, other: string | number | undefined) =>
    kept === undefined || other === undefined ? [] : [{ field, kept: String(kept), other: String(other) }];
  const isSameForm =
    formOf(declared) === undefined || formOf(register) === undefined || formOf(declared) === formOf(register);
  const isSameCapital = declared.charterCapital === register.charterCapital;
  return [
    ...(plainValue(declared.name) === plainValue(register.name) ? [] : conflict('name', declared.name, register.name)),
    ...(sameAddress(declared.headOfficeAddress, register.headOfficeAddress)
      ? []
      : conflict('headOfficeAddress', declared.headOfficeAddress, register.headOfficeAddress)),
    ...(isSameForm ? [] : conflict('legalForm', declared.legalForm, register.legalForm)),
    ...(isSameCapital ? [] : conflict('charterCapital', declared.charterCapital, register.charterCapital)),
    ...representativeConflicts(declared, register),
  ];
}

const formOf = ({ legalForm }: Registration) => (legalForm === undefined ? undefined : parseLegalForm(legalForm));

/** A representative whom the declaration does not name. The export may name only one of several. */
function representativeConflicts(declared: Registration, register: Registration): RowConflict[] {
  const heads = declared.people.filter(({ role }) => role === 'legal_representative');
  const names = new Set(heads.map(nameInRole));
  const [head] = heads;
  if (head === undefined) return [];
  return register.people
    .filter((person) => isNameAlone(person) && !names.has(nameInRole(person)))
    .map(({ fullName }) => ({ field: 'fullName', kept: head.fullName, other: fullName, person: head.fullName }));
}
