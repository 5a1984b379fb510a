import * as fc from 'fast-check';
import { type LocatedPremises, locatedPremises, type PremisesInParts } from './located-premises.ts';
import { HOME_COMMUNES } from './home-communes.ts';

/** The next number along, its next letter, another lane, room, lot, day: all that can be one step away. */
function nextPremises(premises: PremisesInParts): PremisesInParts[] {
  switch (premises.at) {
    case 'street': {
      const { number, lanes, street } = premises;
      return [
        ...nextNumbers(number).map((next) => ({ ...premises, number: next })),
        ...(lanes.length === 0
          ? [
              { ...premises, lanes: ['3'] },
              { ...premises, at: 'hamlet' as const, kind: 'thôn' as const, name: street },
            ]
          : [
              { ...premises, lanes: [] },
              { ...premises, lanes: [`${Number(lanes[0]) + 91}`, ...lanes.slice(1)] },
              ...(lanes.length === 2 && lanes[0] !== lanes[1] ? [{ ...premises, lanes: lanes.toReversed() }] : []),
              { ...premises, lanes: lanes.length === 1 ? [...lanes, '51'] : lanes.slice(0, 1) },
              ...(/^\d+$/.test(number) && number !== lanes[0]
                ? [{ ...premises, number: lanes[0]!, lanes: [number, ...lanes.slice(1)] }]
                : []),
            ]),
        { ...premises, street: street === 'Lê Lai' ? 'Lê Lợi' : 'Lê Lai' },
      ];
    }
    case 'date':
      return [
        ...nextNumbers(premises.number).map((number) => ({ ...premises, number })),
        { at: 'street', number: premises.number, lanes: [premises.day], street: premises.month },
        premises.day === '2' ? { ...premises, day: '3', month: '2' } : { ...premises, day: '2', month: '9' },
      ];
    case 'hamlet':
      return [
        ...nextNumbers(premises.number).map((number) => ({ ...premises, number })),
        { ...premises, kind: premises.kind === 'xóm' ? 'thôn' : 'xóm' },
        { ...premises, name: premises.name === '3' ? '13' : '3' },
      ];
    case 'lot': {
      const [block, lot] = premises.lot;
      return [
        { ...premises, lot: [block, `${Number(lot) + 1}`] },
        { ...premises, lot: [block, `${lot}1`] },
        { ...premises, lot: [`E${block.replace(/\D+/, '')}`, lot] },
        { ...premises, zone: premises.zone === 'KCN' ? 'CCN' : 'KCN' },
      ];
    }
    case 'road':
      return [
        ...nextNumbers(premises.number.replace(/^Km /, '')).map((number) => ({
          ...premises,
          number: premises.number.startsWith('Km') ? `Km ${number}` : number,
        })),
        { ...premises, name: premises.name === '38B' ? '38' : '38B' },
      ];
    case 'plot': {
      const { row, plot } = premises;
      const [, letters = '', digits = ''] = /^(\D+)(\d+)$/.exec(row) ?? [];
      return [
        { ...premises, plot: `${Number(plot) + 1}` },
        { ...premises, row: `${letters}${digits}1` },
        { ...premises, row: `${letters === 'LK' ? 'BT' : 'LK'}${digits}` },
        ...(digits === plot ? [] : [{ ...premises, row: `${letters}${plot}`, plot: digits }]),
        { ...premises, town: premises.town === 'Ecopark' ? 'Phố Nối' : 'Ecopark' },
      ];
    }
    case 'flat':
      return [
        { ...premises, room: `${Number(premises.room) + 1}` },
        { ...premises, room: `${Number(premises.room) + 100}` },
        { ...premises, tower: premises.tower === 'A' ? 'B' : 'A' },
        { ...premises, tower: premises.tower === 'S1.02' ? 'S1.03' : 'S1.02' },
        { ...premises, building: premises.building === 'An Phú' ? 'An Phúc' : 'An Phú' },
      ];
  }
}

function nextNumbers(number: string): string[] {
  const digits = Number.parseInt(number, 10);
  const letter = number.replace(/\d/g, '');
  return [`${digits + 1}${letter}`, `${digits}1${letter}`, letter === '' ? `${digits}A` : `${digits}`, `${digits}D`];
}

/** Two addresses that are easily confused: neighbours in one commune, or the same house in two communes, if may be of one name. */
export const neighbours: fc.Arbitrary<readonly [LocatedPremises, LocatedPremises]> = fc
  .tuple(
    locatedPremises,
    fc.nat(),
    fc.constantFrom('premises', 'premises', 'commune', 'namesake'),
    fc.constantFrom(...HOME_COMMUNES),
  )
  .filter(([one, , apart, other]) => apart === 'premises' || othersOf(one, apart, other).length > 0)
  .map(([one, at, apart, other]) => {
    const addresses =
      apart === 'premises'
        ? nextPremises(one.premises).map((premises): LocatedPremises => ({ ...one, premises }))
        : othersOf(one, apart, other).map((where): LocatedPremises => ({ ...one, where }));
    return [one, addresses[at % addresses.length]!] as const;
  });

/** Former communes that are in another of today's; a split one and its heirs cannot be distinguished by name. */
function othersOf({ where }: LocatedPremises, apart: 'commune' | 'namesake', other: (typeof HOME_COMMUNES)[number]) {
  const namesakes = apart === 'namesake' ? HOME_COMMUNES.filter(({ commune }) => commune === where.commune) : [other];
  return namesakes.filter(({ newCode, split }) => newCode !== where.newCode && !split && !where.split);
}
