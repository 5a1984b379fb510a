import { describe, expect, it } from 'vitest';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const placeOf = (text: string) => {
  const { communes, street } = parseAddress(text);
  return [street, ...new Set(communes.flatMap(({ today }) => today))];
};
/** The codes of the phường of today Phố Hiến, Mỹ Hào, Thượng Hồng and Thái Bình. */
const [PHO_HIEN, MY_HAO, THUONG_HONG, THAI_BINH] = ['11953', '12103', '12127', '13225'];

describe('P. of an address as maps write it', () => {
  it.each([
    ['12 P. Bãi Sậy, Phố Hiến, Hưng Yên', ['Phố Bãi Sậy', PHO_HIEN]],
    ['12 P. Bãi Sậy, P. Phố Hiến, Hưng Yên', ['Phố Bãi Sậy', PHO_HIEN]],
    ['Số 5 ngõ 12 P. Hiến Nam, Phố Hiến, Hưng Yên', ['Phố Hiến Nam', PHO_HIEN]],
    ['Shop An, P. Bãi Sậy, Phố Hiến, Hưng Yên', ['Phố Bãi Sậy', PHO_HIEN]],
    ['P. Lê Lai, Phố Hiến, Hưng Yên', ['Phố Lê Lai', PHO_HIEN]],
  ])('is phố where a later part names the commune: %s', (text, place) => {
    expect(placeOf(text)).toEqual(place);
  });

  it.each([
    ['12 P. Bồ Xuyên, Thái Bình, Hưng Yên', [undefined, THAI_BINH]],
    ['12 P. Lê Lợi, TP Hưng Yên', [undefined, PHO_HIEN]],
    ['Tổ 7 P. Hiến Nam, Hưng Yên', [undefined, PHO_HIEN]],
    ['12 Điện Biên 2 P. Bồ Xuyên, Thái Bình, Hưng Yên', ['Điện Biên 2', THAI_BINH]],
    ['12 P. 3, Tân An, Long An', [undefined, '27694']],
    ['5 Bạch Mai, P. Cầu Dền, Hai Bà Trưng', ['Bạch Mai']],
  ])('is phường with a number, behind a street, and where no later part names another commune: %s', (text, place) => {
    expect(placeOf(text)).toEqual(place);
  });

  it.each([
    ['12 P. Bạch Sam, Mỹ Hào, Hưng Yên', [MY_HAO, THUONG_HONG]],
    ['12 P. Ngô Quyền, Vĩnh Yên, Vĩnh Phúc', ['08707', '08716']],
  ])('leaves both possible where the district of the ward has the name of a commune of today: %s', (text, both) => {
    const [street, ...communes] = placeOf(text);
    expect([street, communes.toSorted()]).toEqual([undefined, both.toSorted()]);
  });
});
