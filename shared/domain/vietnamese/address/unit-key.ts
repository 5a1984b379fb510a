import { codeKey } from './code-key.ts';
import { nameKey } from './words.ts';

const CODE = /^(?:[a-z]{1,2}|(?=.*\d)[a-z\d.]+)$/;
/** Matches a tower's code before its flat or the name of its building, as in `S2 Sky Oasis` or `H1-2105 Hawaii`. */
const TOWER_OF = /^([a-z]{1,2}\d{1,2}(?:\.\d{1,2})?)(?:-(\d{4}[a-z]?))?(?: (\p{L}{2}.*))?$/iu;
/** Matches a name with a number at its end, such as `Keangnam Landmark 72`. */
const NUMBERED_NAME = /^\p{L}{3,} \p{L}{3,} /u;

interface Rooms {
  readonly rooms: string[];
  readonly floors: string[];
  readonly towers: string[];
  /** The name of the building. */
  readonly names: string[];
  readonly rest: string[];
}

/**
 * The key of a part of a building: `phòng 1203, tòa A` is `căn hộ A-1203`. A floor that the room's number implies
 * (`tầng 12`) or a shop's (`gian hàng L1-06`, `tầng 1`) is left out. The building's name counts without its label (chung cư or tòa nhà), and is left out beside a
 * number on a street.
 */
export function unitKey(unit: string, onStreet: boolean): string {
  const found: Rooms = { rooms: [], floors: [], towers: [], names: [], rest: [] };
  for (const part of unit.split(', ')) place(part, found);
  const rooms = found.rooms.map((room) => splitRoom(room, found.towers));
  const floors = found.floors.filter(
    (floor) =>
      !rooms.some((room) => room.startsWith(floor) && room.length > floor.length + 1) &&
      !found.rest.some((part) => part.startsWith(`gianhangl${floor}.`)),
  );
  const towers = [...new Set(found.towers)];
  return [
    ...rooms.map((room) => `p${room}`),
    ...floors.map((floor) => `t${floor}`),
    ...towers.map((tower) => `toa${tower}`),
    ...found.rest,
    ...(onStreet ? [] : found.names),
  ]
    .sort()
    .join('+');
}

function place(part: string, found: Rooms): void {
  const [, label = '', value = ''] = /^(chung cư|\S+)(?: (.*))?$/.exec(part) ?? [];
  if (value === '') return;
  const [, tower, room, building] = (label === 'tòa' && TOWER_OF.exec(value)) || [];
  if (tower !== undefined && (room !== undefined || building !== undefined)) {
    found.towers.push(codeKey(tower));
    if (room !== undefined) found.rooms.push(codeKey(room));
    if (building !== undefined) found.names.push(nameOf(building));
    return;
  }
  const code = codeKey(value);
  if (label === 'phòng' || label === 'căn') found.rooms.push(code);
  else if (label === 'tầng') found.floors.push(code);
  else if (label !== 'tòa' && label !== 'chung cư') found.rest.push(codeKey(part));
  else if (CODE.test(code) && !NUMBERED_NAME.test(value)) found.towers.push(code);
  else found.names.push(nameOf(value));
}

const nameOf = (building: string): string => `@${nameKey(building).replaceAll(' ', '')}`;

/** Reads `A1203` and `A.1203` as room 1203 of tower A, `S1.05-1203` as that of tower S1.05, and `12.03` as 1203. */
function splitRoom(room: string, towers: string[]): string {
  const [, tower, number] = /^([a-z]{1,2}|[a-z]{1,2}\d{1,2}(?:\.\d{1,2})?\.)\.?(\d{3,4}[a-z]?)$/.exec(room) ?? [];
  const name = tower?.replace(/\.$/, '');
  if (name !== undefined && number !== undefined && towers.every((one) => one === name)) {
    towers.push(name);
    return number;
  }
  return room.replace(/^(\d{1,2})\.(\d{2}[a-z]?)$/, '$1$2');
}
