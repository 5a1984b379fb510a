import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#shared/tabular/decode-text.ts';

const decode = async (bytes: Buffer, size: number): Promise<string> => {
  const chunks = (async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  })();
  let text = '';
  for await (const piece of decodeText(chunks)) text += piece;
  return text;
};

describe('text', () => {
  it('UTF-8 text is decoded wherever the chunks are divided', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ữ', 'Đ', '\n', '𠀀', 'e\u0302\u0301'),
      minLength: 1,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (written, size) => {
        expect(await decode(Buffer.from(written, 'utf8'), size)).toBe(written);
      }),
    );
  });

  it('Windows-1258 text is decoded where it cannot be UTF-8, also long after the start', async () => {
    const bytes = Buffer.concat([
      Buffer.from('ma so;ten\n'.repeat(50)),
      Buffer.from([0x56, 0xe3, 0x6e, 0x20, 0xd0, 0xd2]),
    ]);
    for (const size of [1, 3, 501, 502, 4096]) expect((await decode(bytes, size)).slice(-6)).toBe('Văn Đ\u0309');
  });

  it('the byte-order mark of a text is removed', async () => {
    expect(await decode(Buffer.from('\uFEFFMã', 'utf8'), 4)).toBe('Mã');
    expect(await decode(Buffer.from('\uFEFFMã', 'utf16le'), 8)).toBe('Mã');
  });
});
