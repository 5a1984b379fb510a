import { inflateRawSync } from 'node:zlib';

/** The texts of a package's files by their names. It reads the local headers, which contain the sizes in our packages. */
export function unzip(zip: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = 0; zip.readUInt32LE(at) === 0x0403_4b50; ) {
    const [size, name, extra] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    const bytes = zip.subarray(start, start + size);
    const text = zip.readUInt16LE(at + 8) === 8 ? inflateRawSync(bytes) : bytes;
    files.set(zip.toString('utf8', at + 30, at + 30 + name), text.toString('utf8'));
    at = start + size;
  }
  return files;
}
