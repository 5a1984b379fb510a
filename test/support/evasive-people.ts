import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { DeclaredPerson, Gender } from '#shared/domain/identity/registration.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

export interface EvasivePerson {
  readonly kind: string;
  readonly person: DeclaredPerson;
  readonly expected: string;
  /** The number of the citizen meant, where one is. */
  readonly meant?: string;
}

const FAMILIES = 'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Lê Lê Phạm Hoàng Vũ Võ Đặng Bùi Đỗ Ngô Dương Lý'.split(' ');
const MIDDLES = {
  male: 'Văn Văn Văn Hữu Đức Xuân Quang Minh Công Đình Thành Ngọc'.split(' '),
  female: 'Thị Thị Thị Thị Thu Ngọc Hồng Kim Phương Minh Diệu Thanh'.split(' '),
};
const GIVEN = {
  male: 'Hùng Hưng Dũng Tuấn Nam Sơn Hải Bình Thắng Toàn Lâm Khoa Vỹ Quý Đạt Tiến Trung Phúc Hiếu Long Mạnh Hòa'.split(
    ' ',
  ),
  female:
    'Lan Hoa Hương Hường Thúy Thùy Trang Nga Nhung Hạnh Hiền Loan Oanh Uyên Vân Mai Linh Ly Hòa Diễm Yến Thảo'.split(
      ' ',
    ),
};

/** A small generator of pseudo-random numbers (mulberry32): the same seed gives the same people. */
export function random(seed: number) {
  let state = seed;
  const next = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
  return { next, pick: <T>(from: readonly T[]): T => from[next(from.length)] as T };
}
type SeededChance = ReturnType<typeof random>;

/** Synthetic citizens of a province: one in twenty known by the birth year alone, half with an old CMND. */
export function population(size: number, chance: SeededChance): PoliceRecord[] {
  const numbers = new Set<string>();
  return Array.from({ length: size }, () => {
    const gender: Gender = chance.pick(['male', 'female'] as const);
    const year = 1950 + chance.next(56);
    const date = `${year}-${two(1 + chance.next(12))}-${two(1 + chance.next(28))}`;
    let documentNumber = '';
    do {
      const century = (year < 2000 ? 0 : 2) + (gender === 'male' ? 0 : 1);
      documentNumber = `${chance.pick(['033', '034', '001'])}${century}${String(year).slice(2)}${digits(6, chance)}`;
    } while (numbers.has(documentNumber));
    numbers.add(documentNumber);
    const middles = Array.from({ length: chance.pick([0, 1, 1, 1, 2]) }, () => chance.pick(MIDDLES[gender]));
    return {
      documentNumber,
      fullName: [chance.pick(FAMILIES), ...new Set(middles), chance.pick(GIVEN[gender])].join(' '),
      dateOfBirth: chance.next(20) === 0 ? String(year) : date,
      gender: chance.next(30) === 0 ? undefined : gender,
      status: 'BINH_THUONG',
      oldNumber: chance.next(2) === 0 ? `145${digits(6, chance)}` : undefined,
    };
  });
}

type PersonTypo = (person: DeclaredPerson, chance: SeededChance) => DeclaredPerson | undefined;
interface TypoKind {
  readonly field: keyof DeclaredPerson;
  readonly makes: 'match' | 'variation' | 'correctable';
  readonly typo: PersonTypo;
}

/** Each gives undefined where the person offers nothing to mistype. */
const KINDS: Readonly<Record<string, TypoKind>> = {
  'upper case': named('match', (words) => words.map((word) => word.toUpperCase())),
  NFD: named('match', (words) => words.map((word) => word.normalize('NFD'))),
  'marks dropped': named('variation', (words) => words.map((word) => unmarked(word))),
  'marks dropped, capitals': named('variation', (words) => words.map((word) => unmarked(word).toUpperCase())),
  'words joined': named('variation', (words) => {
    const plain = words.map((word) => unmarked(word));
    return plain.length > 2 ? [...plain.slice(0, -2), plain.slice(-2).join('')] : undefined;
  }),
  'middle name left out': named('correctable', (words) => (words.length === 3 ? words.toSpliced(1, 1) : undefined)),
  'number: neighbours swapped': numbered((digit, n) => swap(digit, n, n + 1)),
  'number: a digit wrong': numbered((digit, n) => digit.with(n, String((Number(digit[n]) + 3) % 10))),
  'day and month swapped': {
    field: 'dateOfBirth',
    makes: 'correctable',
    typo: (person) => {
      const [year, month, day] = person.dateOfBirth.split('-');
      if (day === undefined || Number(day) > 12 || day === month) return undefined;
      return { ...person, dateOfBirth: `${year}-${day}-${month}` };
    },
  },
  'a digit of the day wrong': {
    field: 'dateOfBirth',
    makes: 'correctable',
    typo: (person) => {
      const last = Number(person.dateOfBirth.at(-1));
      return person.dateOfBirth.length === 4
        ? undefined
        : { ...person, dateOfBirth: `${person.dateOfBirth.slice(0, -1)}${last === 9 ? 8 : last + 1}` };
    },
  },
  'year alone': {
    field: 'dateOfBirth',
    makes: 'match',
    typo: (person) => ({ ...person, dateOfBirth: person.dateOfBirth.slice(0, 4) }),
  },
  'gender against the number': {
    field: 'gender',
    makes: 'correctable',
    typo: (person) => ({ ...person, gender: person.gender === 'male' ? 'female' : 'male' }),
  },
};

const RANK = ['match', 'variation', 'correctable'] as const;

/** Citizens who mean well and make one typo, or two in different fields. */
export function mistypedPeople(citizens: readonly PoliceRecord[], chance: SeededChance): EvasivePerson[] {
  const kinds = Object.entries(KINDS);
  return citizens.flatMap((citizen) => {
    const [firstName, first] = chance.pick(kinds);
    const [secondName, second] = chance.pick(kinds);
    const once = first.typo(declaredBy(citizen), chance);
    if (!once) return [];
    const both = second.field === first.field ? undefined : second.typo(once, chance);
    const made = new Set([first.makes, ...(both ? [second.makes] : [])]);
    return [
      {
        kind: both ? [firstName, secondName].sort().join(' + ') : firstName,
        person: both ?? once,
        expected: RANK.findLast((rank) => made.has(rank)) ?? 'match',
        meant: citizen.documentNumber,
      },
    ];
  });
}

/** People behind another's number, or nobody's: some know the victim's birth date, some fit their own to the number. */
export function thieves(citizens: readonly PoliceRecord[], chance: SeededChance): EvasivePerson[] {
  const own = new Set(citizens.map(({ documentNumber }) => documentNumber));
  return citizens.flatMap((victim) => {
    const thief = chance.pick(citizens);
    if (thief.fullName === victim.fullName || thief.documentNumber === victim.documentNumber) return [];
    const mine = declaredBy(thief);
    const { documentNumber } = victim;
    const stolen = { ...mine, documentNumber };
    const fitted = `${declaredBy(victim).dateOfBirth.slice(0, 4)}-${two(1 + chance.next(12))}-${two(1 + chance.next(28))}`;
    const invented = `${documentNumber.slice(0, 6)}${digits(6, chance)}`;
    return [
      { kind: 'thief: own name and birth', person: stolen, expected: 'mismatch' },
      {
        kind: 'thief: the victim’s birth',
        person: { ...stolen, dateOfBirth: victim.dateOfBirth },
        expected: 'mismatch',
      },
      {
        kind: 'thief: birth and gender fitted',
        person: { ...stolen, dateOfBirth: fitted, gender: victim.gender },
        expected: 'mismatch',
      },
      { kind: 'thief: marks dropped', person: { ...stolen, fullName: unmarked(mine.fullName) }, expected: 'mismatch' },
      ...(own.has(invented)
        ? []
        : [{ kind: 'an invented number', person: { ...mine, documentNumber: invented }, expected: 'not_found' }]),
    ];
  });
}

const declaredBy = (citizen: PoliceRecord): DeclaredPerson => ({
  role: 'legal_representative',
  fullName: citizen.fullName,
  dateOfBirth: citizen.dateOfBirth,
  gender: Number(citizen.documentNumber[3]) % 2 === 0 ? 'male' : 'female',
  nationality: 'VN',
  documentType: 'CCCD',
  documentNumber: citizen.documentNumber,
});

function named(makes: TypoKind['makes'], change: (words: string[]) => string[] | undefined): TypoKind {
  return {
    field: 'fullName',
    makes,
    typo: (person) => {
      const fullName = change(person.fullName.split(' '))?.join(' ');
      return fullName === undefined || fullName === person.fullName ? undefined : { ...person, fullName };
    },
  };
}

/** Typos in the last six digits, where nothing but care protects them. */
function numbered(change: (digits: string[], n: number) => string[]): TypoKind {
  return {
    field: 'documentNumber',
    makes: 'correctable',
    typo: (person, chance) => {
      const documentNumber = change(Array.from(person.documentNumber), 6 + chance.next(5)).join('');
      return documentNumber === person.documentNumber ? undefined : { ...person, documentNumber };
    },
  };
}

const swap = (list: string[], i: number, j: number) => list.with(i, list[j] ?? '').with(j, list[i] ?? '');
const unmarked = (text: string) => {
  const folded = foldMarks(text);
  return Array.from(folded, (letter, n) => (text[n] === text[n]?.toUpperCase() ? letter.toUpperCase() : letter)).join(
    '',
  );
};
const digits = (count: number, chance: SeededChance) => Array.from({ length: count }, () => chance.next(10)).join('');
const two = (number: number) => String(number).padStart(2, '0');
