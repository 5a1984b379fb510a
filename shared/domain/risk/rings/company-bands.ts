import { bandOf, type LinkMember, type SharedBand } from './band.ts';
import { type SharedValue, valueKey } from './value-key.ts';

/** What a company says of itself at each of its values, by the value's key. */
export const membershipsOf = (
  member: LinkMember,
  values: readonly SharedValue[],
): ReadonlyMap<string, LinkMember & { readonly value: string }> =>
  new Map(values.map((value) => [valueKey(value), { ...member, ...reportedBy(value), value: valueKey(value) }]));

const reportedBy = ({ unsure, atBank }: SharedValue): Pick<LinkMember, 'unsure' | 'atBank' | 'onlyAtBank'> => ({
  ...(unsure && { unsure: true }),
  ...(atBank === 'too' && { atBank: true }),
  ...(atBank === 'alone' && { onlyAtBank: true }),
});

/**
 * The bands of a company's certain values from its own view. A value of which no band stands has that of the company
 * alone.
 */
export function companyBands(
  member: LinkMember,
  values: readonly SharedValue[],
  standing: (key: string) => SharedBand | undefined,
): SharedBand[] {
  const own = membershipsOf(member, values);
  return values
    .filter(({ unsure }) => !unsure)
    .map((value) => {
      const key = valueKey(value);
      const band = standing(key) ?? bandOf(value.kind, value.ref, [{ ...member, ...own.get(key) }]);
      return value.atBank ? { ...band, atBank: value.atBank } : band;
    });
}
