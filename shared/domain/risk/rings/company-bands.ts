import { bandOf, type LinkMember, type SharedBand } from './band.ts';
import { type SharedValue, valueKey } from './value-key.ts';

/** What a company says of itself at each of its values, by the value's key. */
export const membershipsOf = (
  member: LinkMember,
  values: readonly SharedValue[],
): ReadonlyMap<string, LinkMember & { readonly value: string }> =>
  new Map(values.map((value) => [valueKey(value), { ...member, ...reportedBy(value), value: valueKey(value) }]));

const reportedBy = ({
  unsure,
  former,
  joined,
  atBank,
  toldBy,
}: SharedValue): Pick<LinkMember, 'unsure' | 'former' | 'joined' | 'atBank' | 'onlyAtBank' | 'toldBy'> => ({
  ...(unsure && { unsure: true }),
  ...(former && { former: true }),
  ...(joined && { joined: true }),
  ...(atBank === 'too' && { atBank: true }),
  ...(atBank === 'alone' && { onlyAtBank: true }),
  ...(toldBy && { toldBy }),
});

/** The bands of a company's certain values from its own view, and those before later registrations left or joined a value. */
export interface CompanyBands {
  readonly bands: readonly SharedBand[];
  readonly bandsBefore?: readonly SharedBand[] | undefined;
}

/** @param standing a value's band; a value of which none stands has that of the company alone */
export function companyBands(
  member: LinkMember,
  values: readonly SharedValue[],
  standing: (key: string) => SharedBand | undefined,
): CompanyBands {
  const own = membershipsOf(member, values);
  const all = values
    .filter(({ unsure }) => !unsure)
    .map((value) => {
      const key = valueKey(value);
      const band = standing(key) ?? bandOf(value.kind, value.ref, [{ ...member, ...own.get(key) }]);
      // Who joined a value without any sign was no part of what was before
      const isNew = value.joined === true && member.badSigns === 0;
      const { before: earlier, ...now } = band;
      const ofCompany = {
        ...now,
        ...(value.atBank && { atBank: value.atBank }),
        ...(value.joined && { joined: true as const }),
      };
      return { isFormer: value.former === true, band: ofCompany, before: isNew ? undefined : earlier };
    });
  const bands = all.filter(({ isFormer }) => !isFormer).map(({ band }) => band);
  if (all.every(({ isFormer, before }) => !isFormer && before === undefined)) return { bands };
  return { bands, bandsBefore: all.map(({ band, before }) => ({ ...band, ...before })) };
}
