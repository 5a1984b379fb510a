import { describe, expect, it } from 'vitest';
import { isGarbled, isGarbledName, repairMojibake } from '#shared/domain/vietnamese/text/garbled.ts';

const utf8As = (text: string, encoding: 'latin1' | 'windows-1252' | 'windows-1258' | 'macintosh') => {
  const bytes = Buffer.from(text, 'utf8');
  return encoding === 'latin1' ? bytes.toString('latin1') : new TextDecoder(encoding).decode(bytes);
};

describe('text that was read in a wrong encoding', () => {
  const NAMES = ['Nguyễn Công Huy', 'Đỗ Thị Ánh', 'Trần Văn Ân', 'LÊ HOÀNG ĐỨC', 'Công ty TNHH Dịch vụ Phố Hiến'];

  it.each(['latin1', 'windows-1252', 'windows-1258', 'macintosh'] as const)(
    'text read in a wrong encoding is read again where nothing of it was lost: %s',
    (encoding) => {
      for (const name of NAMES) {
        expect(repairMojibake(utf8As(name, encoding))).toBe(name);
        expect(repairMojibake(utf8As(utf8As(name, encoding), encoding))).toBe(name);
      }
    },
  );

  it('text read in the right encoding is left as it is', () => {
    for (const name of [...NAMES, 'Loïc Dupont', 'XÃ TÂN HƯNG', 'José María Ñandú', 'Vò Dòng', 'An'])
      expect([repairMojibake(name), isGarbledName(name)], name).toEqual([undefined, false]);
  });

  it('a text with a lost letter is detected', () => {
    const lost = [
      'Nguye?̃n Co?ng Huy',
      'Nguy?n V?n An',
      'Trần V\uFFFDn An',
      'Nguyá»…n V Äƒn',
      'Nguy\u001An',
      'Ngu¿yn An',
    ];
    for (const name of lost) expect(isGarbledName(name), name).toBe(true);
    expect(isGarbledName('Tr\uD83Dn An')).toBe(true);
    expect(isGarbledName('Nguy\uE001n An')).toBe(true);
    expect(isGarbledName('V? An')).toBe(true);
  });

  it('question marks in notes are not taken for lost letters', () => {
    expect(isGarbled('Đã hỏi khách hàng: có biết người nhận không? Không.')).toBe(false);
    expect(isGarbled('xem https://vi.du/tra-cuu?so=1')).toBe(false);
    expect(isGarbled('Nguye?̃n Co?ng Huy')).toBe(true);
  });
});
