import { UnreadableFile } from '../unreadable-file.ts';
import { brokenWorkbook, doubledPart, packedOtherwise } from './faults.ts';

/** A file inside a zip file, as stored. */
export interface ZipPart {
  readonly stored: Buffer;
  readonly deflated: boolean;
  /** CRC-32 of the content, by the directory. */
  readonly checksum: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_PARTS = 10_000;
/** Of two parts of one name another program may read the other one. Some programs write a picture twice. */
const TEXT = /\.(?:xml|rels)$/iu;
const IN_EXTRA_16 = 0xffff;
const IN_EXTRA_32 = 0xffffffff;

/**
 * Reads the parts of a workbook by name (APPNOTE.TXT 4.3, also zip64) from the directory at its end. The directory's
 * sizes are not trusted: parts end at the file's end and are inflated up to a limit.
 * @throws {UnreadableFile} `broken`, `locked`
 */
export function zipParts(file: Buffer): ReadonlyMap<string, ZipPart> {
  try {
    return directory(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw brokenWorkbook(error);
  }
}

/**
 * Finds a part by its name without regard to case (ECMA-376 part 2, 6.2.2.3), because some programs refer to parts in
 * another case.
 */
export function partNamed(parts: ReadonlyMap<string, ZipPart>, name: string): ZipPart | undefined {
  const exact = parts.get(name);
  if (exact !== undefined || name === '') return exact;
  return inSmallLetters(parts).get(name.toLowerCase());
}

const smallLetters = new WeakMap<ReadonlyMap<string, ZipPart>, ReadonlyMap<string, ZipPart>>();

/**
 * An index that is made once for a file, which may have a thousand sheets and ten thousand parts. The first of two
 * equal names counts.
 */
const inSmallLetters = (parts: ReadonlyMap<string, ZipPart>): ReadonlyMap<string, ZipPart> => {
  const known = smallLetters.get(parts);
  if (known !== undefined) return known;
  const alike = new Map([...parts].reverse().map(([name, part]) => [name.toLowerCase(), part]));
  smallLetters.set(parts, alike);
  return alike;
};

const directory = (file: Buffer): ReadonlyMap<string, ZipPart> => {
  const { count, offset } = directoryPlace(file);
  if (count > MOST_PARTS) throw brokenWorkbook();
  const parts = new Map<string, ZipPart>();
  const texts = new Set<string>();
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(at) !== ENTRY) throw brokenWorkbook();
    const nameLength = file.readUInt16LE(at + 28);
    const extraLength = file.readUInt16LE(at + 30);
    const name = file
      .toString('utf8', at + 46, at + 46 + nameLength)
      .replaceAll('\\', '/')
      .replace(/^\//u, '');
    if (TEXT.test(name)) {
      const known = texts.size;
      if (texts.add(name.toLowerCase()).size === known) throw doubledPart();
    }
    parts.set(name, part(file, at, file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)));
    at += 46 + nameLength + extraLength + file.readUInt16LE(at + 32);
  }
  return parts;
};

const part = (file: Buffer, at: number, extra: Buffer): ZipPart => {
  if ((file.readUInt16LE(at + 8) & 1) === 1)
    throw new UnreadableFile('locked', 'Bảng tính có đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.');
  const method = file.readUInt16LE(at + 10);
  if (method !== STORED && method !== DEFLATED) throw packedOtherwise();
  const wide = wideSizes(file, at, extra);
  const header = wide.offset;
  if (file.readUInt32LE(header) !== LOCAL) throw brokenWorkbook();
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
  return {
    stored: file.subarray(start, start + wide.stored),
    deflated: method === DEFLATED,
    checksum: file.readUInt32LE(at + 16),
  };
};

/** Reads stored size and position; values that don't fit 32 bits are in the zip64 field in their order. */
const wideSizes = (file: Buffer, at: number, extra: Buffer): { stored: number; offset: number } => {
  const inflated = file.readUInt32LE(at + 24);
  const values = zip64Values(extra);
  if (inflated === IN_EXTRA_32) values.shift();
  const stored = file.readUInt32LE(at + 20);
  const offset = file.readUInt32LE(at + 42);
  return {
    stored: stored === IN_EXTRA_32 ? (values.shift() ?? stored) : stored,
    offset: offset === IN_EXTRA_32 ? (values.shift() ?? offset) : offset,
  };
};

const zip64Values = (extra: Buffer): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, index) => Number(field.readBigUInt64LE(index * 8)));
  }
  return [];
};

const directoryPlace = (file: Buffer): { count: number; offset: number } => {
  const lowest = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  let at = file.length - END_LENGTH;
  while (at >= lowest && file.readUInt32LE(at) !== END) at -= 1;
  if (at < lowest) throw brokenWorkbook();
  const count = file.readUInt16LE(at + 10);
  const offset = file.readUInt32LE(at + 16);
  if (count !== IN_EXTRA_16 && offset !== IN_EXTRA_32) return { count, offset };
  const locator = at - 20;
  if (file.readUInt32LE(locator) !== LOCATOR_64) return { count, offset };
  const wide = Number(file.readBigUInt64LE(locator + 8));
  if (file.readUInt32LE(wide) !== END_64) throw brokenWorkbook();
  return { count: Number(file.readBigUInt64LE(wide + 32)), offset: Number(file.readBigUInt64LE(wide + 48)) };
};
