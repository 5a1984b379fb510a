import type { LocatedPremises, PremisesInParts } from './located-premises.ts';

const UNITS: Readonly<Record<string, string>> = {
  Xã: 'Commune',
  Phường: 'Ward',
  'Thị trấn': 'Town',
  Huyện: 'District',
  'Thị xã': 'Town',
  'Thành phố': 'City',
};
const noMarks = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** The address as on an English letterhead; undefined where a premises of its kind has no English. */
export function writeInEnglish({ where, premises }: LocatedPremises): string | undefined {
  const parts = partsOf(premises);
  const [, districtKind = '', district = ''] = /^(Huyện|Thị xã|Thành phố) (.+)$/.exec(where.district) ?? [];
  return (
    parts &&
    noMarks(
      [
        ...parts,
        `${where.commune} ${UNITS[where.kind] ?? ''}`,
        `${district} ${UNITS[districtKind] ?? ''}`,
        `${where.province} Province`,
        'Vietnam',
      ].join(', '),
    )
  );
}

function partsOf(premises: PremisesInParts): string[] | undefined {
  switch (premises.at) {
    case 'street': {
      const { number, lanes, street } = premises;
      return lanes.length > 1
        ? undefined
        : [`No. ${number}`, ...lanes.map((lane) => `Lane ${lane}`), `${street} Street`];
    }
    case 'hamlet':
      if (premises.kind !== 'thôn') return undefined;
      return [
        `No ${premises.number}`,
        /\d/.test(premises.name) ? `Hamlet ${premises.name}` : `${premises.name} Village`,
      ];
    case 'lot':
      return [
        `Lot ${premises.lot.join('-')}`,
        `${premises.name} Industrial ${premises.zone === 'KCN' ? 'Park' : 'Cluster'}`,
      ];
    case 'plot':
      return [`${premises.row}-${premises.plot}`, `${premises.town} Urban Area`];
    case 'date':
    case 'road':
    case 'flat':
      return undefined;
  }
}
