import { describe, expect, it } from 'vitest';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { HOME_COMMUNES } from './home-communes.ts';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const bare = (label: string) => label.replace(/^(?:Huyện|Thị xã|Thành phố) /, '');

describe('names of units that contain the word of a label', () => {
  it.each([
    // Dương without marks looks like đường
    ['THON PHAN LAM XA DAO DUONG AN THI HUNG YEN', 'thôn PHAN LAM', 'Xã Đào Dương', 'Huyện Ân Thi'],
    ['Thon Phan Lam Dao Duong An Thi Hung Yen', 'thôn Phan Lam', 'Xã Đào Dương', 'Huyện Ân Thi'],
    ['Thon Phan Lam Dao Duong huyen An Thi Hung Yen', 'thôn Phan Lam', 'Xã Đào Dương', 'Huyện Ân Thi'],
    ['Thon 1 Chuong Duong Dong Hung Thai Binh', 'thôn 1', 'Xã Phong Dương Tiến', 'Huyện Đông Hưng'],
    ['thon 5 xa Nhue Duong Khoai Chau Hung Yen', 'thôn 5', 'Xã Nguyễn Huệ', 'Huyện Khoái Châu'],
    ['Thon 3 Tan Trao Son Duong Tuyen Quang', 'thôn 3', 'Xã Tân Trào', 'Huyện Sơn Dương'],
    // Labels that are typed with their marks, as a part of the name
    ['Thôn 3 Tân Xã Thạch Thất Hà Nội', 'thôn 3', 'Xã Tân Xã', 'Huyện Thạch Thất'],
    ['Thôn 3 Kim Đường Ứng Hòa Hà Nội', 'thôn 3', 'Xã Kim Đường', 'Huyện Ứng Hòa'],
    ['Thôn 3 xã Kiên Thành huyện Trấn Yên tỉnh Yên Bái', 'thôn 3', 'Xã Kiên Thành', 'Huyện Trấn Yên'],
    ['Thon 3 An Son Van Quan Lang Son', 'thôn 3', 'Xã An Sơn', 'Huyện Văn Quan'],
    ['Thon 3 xa An Son Van Quan Lang Son', 'thôn 3', 'Xã An Sơn', 'Huyện Văn Quan'],
    ['Thon 3 Huu San Huyen Son Dong Bac Giang', 'thôn 3', 'Xã Hữu Sản', 'Huyện Sơn Động'],
    ['Thon 3 Tinh Dong Son Tinh Quang Ngai', 'thôn 3', 'Xã Tịnh Đông', 'Huyện Sơn Tịnh'],
    // Names of one word before the district and the province
    ['Tổ 3 Phường Bưởi Tây Hồ Hà Nội', 'tổ 3', 'Phường Bưởi', 'Quận Tây Hồ'],
  ])('parseAddress reads %s', (text, hamlet, commune, district) => {
    expect(parseAddress(text)).toMatchObject({ hamlet, commune, district });
  });

  it.each([
    ['So 5 duong An Thi Hung Yen', 'An Thi'],
    ['12 duong TP Giao Luu Ha Noi', 'TP Giao Luu'],
    ['5 Duong Ha Noi, Hue', 'Ha Noi'],
    ['18 pho Xa Dan, Dong Da, Ha Noi', 'Phố Xa Dan'],
  ])('parseAddress keeps the street of %s', (text, street) => {
    expect(parseAddress(text).street).toBe(street);
  });

  it('parseAddress keeps a label behind the name of a hamlet', () => {
    expect(parseAddress('Thôn Tân xã Thạch Thất Hà Nội')).toMatchObject({
      hamlet: 'thôn Tân',
      commune: 'Xã Thạch Thất',
    });
    expect(parseAddress('THON TAN XA THACH THAT HA NOI').communes.length).toBeGreaterThan(1);
  });

  it.each([
    ['with district and province', (commune: string, district: string) => `${commune} ${bare(district)}`],
    ['with a label of the district', (commune: string, district: string) => `${commune} ${district}`],
  ])(
    'parseAddress finds each former commune of the home province in a line without commas and marks, %s',
    (_, units) => {
      const lost = HOME_COMMUNES.filter(({ commune, district, province, newCode }) => {
        const { communes } = parseAddress(plain(`Thon Doai ${units(commune, district)} ${province}`));
        return !communes.some(({ today }) => today.includes(newCode));
      });
      expect(lost.map(({ commune, district }) => `${commune}, ${district}`)).toEqual([]);
    },
  );
});
