import { describe, expect, it } from 'vitest';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const placeOf = (text: string) => {
  const { street, commune } = parseAddress(text);
  return [street, commune];
};

describe('streets that are named after a person', () => {
  it.each([
    ['12 Trần Hưng Đạo, Tiên Lữ, Hưng Yên', ['Trần Hưng Đạo', 'Tiên Lữ']],
    ['12 Tran Hung Dao Tien Lu Hung Yen', ['Tran Hung Dao', 'Tien Lu']],
    ['Số 5 ngõ 12 phố Trần Hưng Đạo, Quốc Oai, Hà Nội', ['Phố Trần Hưng Đạo', 'Quốc Oai']],
    ['12 đường Nguyễn Lương Bằng, Kim Động, Hưng Yên', ['Nguyễn Lương Bằng', undefined]],
    ['12 Nguyễn Thị Minh Khai, Hưng Yên, Hưng Yên', ['Nguyễn Thị Minh Khai', undefined]],
    ['12 Hùng Vương, Tiên Lữ, Hưng Yên', ['Hùng Vương', 'Tiên Lữ']],
    ['12 đường Phan Đình Phùng, Đan Phượng, Hà Nội', ['Phan Đình Phùng', 'Đan Phượng']],
    ['12 Lê Hồng Phong, Vũ Thư, Thái Bình', ['Lê Hồng Phong', undefined]],
  ])('the end of a person’s name is no commune of the district: %s', (text, place) => {
    expect(placeOf(text)).toEqual(place);
  });

  it.each([
    ['12 Lê Lợi Minh Khai, TP Hưng Yên', ['Lê Lợi', 'Phường Minh Khai']],
    ['Số 9 thôn Lê Hồng Phong, Vũ Thư, Thái Bình', [undefined, 'Xã Hồng Phong']],
    ['12 Hùng Vương Vương Tiên Lữ Hưng Yên', ['Hùng Vương', 'Thị trấn Vương']],
    ['Thôn Nam Vương, Tiên Lữ, Hưng Yên', [undefined, 'Thị trấn Vương']],
    ['12 Trần Phú Hưng Đạo, Tiên Lữ, Hưng Yên', ['Trần Phú', 'Xã Hưng Đạo']],
  ])('a commune behind a whole street or a hamlet is read without a comma: %s', (text, place) => {
    expect(placeOf(text)).toEqual(place);
  });
});
