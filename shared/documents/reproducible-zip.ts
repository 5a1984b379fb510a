/** 1 January 1980, 00:00: the first instant of the zip format. */
const FIRST_DAY = 0x0021_0000;
const END = { signature: 0x0605_4b50, size: 22 } as const;
const ENTRY = { signature: 0x0201_4b50, time: 12, nameLength: 28, offset: 42, size: 46 } as const;
const LOCAL_TIME = 10;

/**
 * Replaces the time of packing in a zip file, so that the same content gives the same bytes.
 * @throws {RangeError} where it isn't a plain zip file without a comment
 */
export function withoutTimestamps(zip: Buffer): Buffer {
  const still = Buffer.from(zip);
  const end = still.length - END.size;
  if (still.readUInt32LE(end) !== END.signature) throw new RangeError('not a plain zip file');
  const entries = still.readUInt16LE(end + 10);
  let at = still.readUInt32LE(end + 16);
  for (let n = 0; n < entries; n += 1) {
    if (still.readUInt32LE(at) !== ENTRY.signature) throw new RangeError('not a plain zip file');
    still.writeUInt32LE(FIRST_DAY, at + ENTRY.time);
    still.writeUInt32LE(FIRST_DAY, still.readUInt32LE(at + ENTRY.offset) + LOCAL_TIME);
    // In the header the lengths of name, extra field and comment follow each other
    const tail = [0, 2, 4].reduce((sum, place) => sum + still.readUInt16LE(at + ENTRY.nameLength + place), 0);
    at += ENTRY.size + tail;
  }
  return still;
}
