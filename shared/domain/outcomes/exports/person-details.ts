import type { DeclaredPerson, DocumentType } from '#shared/domain/identity/registration.ts';
import { countryCode } from '#shared/domain/vietnamese/country.ts';
import { wordMap } from '#shared/domain/vietnamese/text/rows-of.ts';

/** Unknown values are left out, because the standard has no empty value. */
export function personDetails({ fullName, dateOfBirth, nationality, documentType, documentNumber }: DeclaredPerson) {
  const code = nationality === undefined ? undefined : countryCode(nationality);
  return {
    isComponent: false,
    personType: 'knownPerson',
    names: [{ fullName }],
    ...(dateOfBirth !== '' && { birthDate: dateOfBirth }),
    ...(nationality !== undefined && { nationalities: [{ name: nationality, ...(code !== undefined && { code }) }] }),
    ...identifiersOf(documentType, documentNumber, code),
  };
}

/** A passport is named by its country, which is the holder's; where that is unknown, so is the scheme, and it is left out. */
function identifiersOf(type: DocumentType | undefined, id: string, country: string | undefined) {
  if (type === undefined || id === '') return {};
  if (type !== 'HC') return { identifiers: [{ scheme: 'VNM-IDCARD', schemeName: SCHEME_NAMES[type], id }] };
  const letters = country === undefined ? undefined : THREE_LETTERS.get(country);
  return letters === undefined ? {} : { identifiers: [{ scheme: `${letters}-PASSPORT`, schemeName: 'Hộ chiếu', id }] };
}

const SCHEME_NAMES: Readonly<Record<Exclude<DocumentType, 'HC'>, string>> = {
  CCCD: 'Số định danh cá nhân, căn cước công dân',
  CC: 'Số định danh cá nhân, căn cước',
  CMND: 'Chứng minh nhân dân',
};
/** The codes of three letters of the countries whose people found companies here (ISO 3166-1). */
const THREE_LETTERS: ReadonlyMap<string, string> = wordMap(`
  VN: VNM; CN: CHN; KR: KOR; JP: JPN; TW: TWN; SG: SGP; HK: HKG; US: USA; TH: THA; MY: MYS; IN: IND; LA: LAO; KH: KHM;
  FR: FRA; DE: DEU; GB: GBR; AU: AUS; RU: RUS; CA: CAN; NL: NLD; PH: PHL; ID: IDN; MM: MMR`);
