import { crc32, deflateRawSync } from 'node:zlib';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip file of parts, made by hand. */
export function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  /** Parts with one content are packed once. */
  const packed = new Map<string | Buffer, Buffer>();
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content);
    const stored = packed.get(content) ?? deflateRawSync(plain);
    packed.set(content, stored);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(plain), 14);
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(plain), 16);
    entry.writeUInt32LE(stored.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), stored);
    entries.push(entry, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + stored.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...entries, end]);
}

/** A workbook of one sheet. `more` adds parts or puts others in their place; `book` comes before the list of sheets. */
export function workbookOf(sheet: string, more: Readonly<Record<string, string>> = {}, book = ''): Buffer {
  return zip({
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="m" xmlns:r="r">${book}<x:sheets><x:sheet name="D&amp;S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Target="worksheets/sheet1.xml" Type="${RELATIONS}/worksheet" Id="rId1"/><Relationship Target="sharedStrings.xml" Type="${RELATIONS}/sharedStrings" Id="rId2"/><Relationship Target="styles.xml" Type="${RELATIONS}/styles" Id="rId3"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}
