import * as fc from 'fast-check';
import { HOME_COMMUNES, type HomeCommune } from './home-communes.ts';

export type PremisesInParts =
  | { readonly at: 'street'; readonly number: string; readonly lanes: readonly string[]; readonly street: string }
  | { readonly at: 'date'; readonly number: string; readonly day: string; readonly month: string }
  | {
      readonly at: 'hamlet';
      readonly number: string;
      readonly kind: 'thôn' | 'xóm' | 'tổ dân phố';
      readonly name: string;
    }
  | { readonly at: 'lot'; readonly lot: readonly [string, string]; readonly zone: 'KCN' | 'CCN'; readonly name: string }
  | { readonly at: 'road'; readonly number: string; readonly road: 'QL' | 'ĐT'; readonly name: string }
  | { readonly at: 'plot'; readonly row: string; readonly plot: string; readonly town: string }
  | { readonly at: 'flat'; readonly room: string; readonly tower: string; readonly building: string };

export interface LocatedPremises {
  readonly where: HomeCommune;
  readonly premises: PremisesInParts;
}

const STREETS =
  'Lê Lai;Lê Lợi;Trưng Trắc;Tô Hiệu;Ngô Quyền;Ngô Gia Tự;Nguyễn Văn Linh;Hải Thượng Lãn Ông;Dương Quảng Hàm;Trần Hưng Đạo;Lý Thường Kiệt;Hai Bà Trưng;Phạm Ngũ Lão;Mai Hắc Đế;Điện Biên;Chu Mạnh Trinh;Hoàng Hoa Thám;Quang Trung;Minh Khai;Võ Thị Sáu;Nguyễn Thị Minh Khai;Trần Phú;Hùng Vương;Lý Bôn;Đinh Tiên Hoàng;Phan Bội Châu;Doãn Khuê'.split(
    ';',
  );
const HAMLETS =
  'Đông;Đoài;Thượng;Hạ;Trung;An Bình;Đại Từ;Ngọc Lịch;Cầu Treo;Bình Phú;Đồng Thanh;Lạc Dương;Mão Xuyên;Phú Cường;Yên Lịch;Nhân Lý;Thanh Xá;Vân Nghệ;Trai Trang;Xuân Đào'.split(
    ';',
  );
const ZONES = 'Phố Nối A;Thăng Long II;Dệt may Phố Nối;Tiền Hải;Minh Đức;Sông Trà;Gia Lễ;Liên Hà Thái'.split(';');
const TOWNS = 'Ecopark;Phố Nối;Trần Hưng Đạo;Petro Thăng Long;Kỳ Bá;Vinhomes Ocean Park 2'.split(';');
const BUILDINGS = 'Phố Nối;Phúc Khánh;Tân Bình;Hòa Phát;Lạc Hồng Phúc;An Phú'.split(';');
const DAYS = ['3/2', '8/3', '26/3', '30/4', '1/5', '19/5', '27/7', '19/8', '2/9', '10/10', '20/11', '22/12'];

const number = fc
  .tuple(fc.integer({ min: 1, max: 480 }), fc.constantFrom('', '', '', '', 'A', 'B', 'C'))
  .map(([digits, letter]) => `${digits}${letter}`);
const small = (max: number) => fc.integer({ min: 1, max }).map(String);

const premises: fc.Arbitrary<PremisesInParts> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      at: fc.constant('street' as const),
      number,
      lanes: fc.constant([]),
      street: fc.constantFrom(...STREETS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('street' as const),
      number,
      lanes: fc.oneof(fc.tuple(small(90)), fc.tuple(small(90), small(40))),
      street: fc.constantFrom(...STREETS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(number, fc.constantFrom(...DAYS))
      .map(([at, date]) => ({ at: 'date' as const, number: at, day: date.split('/')[0]!, month: date.split('/')[1]! })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      at: fc.constant('hamlet' as const),
      number,
      kind: fc.constantFrom('thôn' as const, 'xóm' as const, 'tổ dân phố' as const),
      name: fc.oneof(fc.constantFrom(...HAMLETS), small(12)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      at: fc.constant('lot' as const),
      lot: fc.tuple(
        fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', 'CN'), small(9)).map((part) => part.join('')),
        small(20),
      ),
      zone: fc.constantFrom('KCN' as const, 'CCN' as const),
      name: fc.constantFrom(...ZONES),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      at: fc.constant('road' as const),
      number: fc.oneof(
        number,
        small(40).map((km) => `Km ${km}`),
      ),
      road: fc.constant('QL' as const),
      name: fc.constantFrom('5', '39', '38B', '10', '37'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      at: fc.constant('road' as const),
      number,
      road: fc.constant('ĐT' as const),
      name: fc.constantFrom('376', '377', '378', '379', '454', '466'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      at: fc.constant('plot' as const),
      row: fc.tuple(fc.constantFrom('LK', 'BT', 'SH'), small(20)).map((part) => part.join('')),
      plot: small(60),
      town: fc.constantFrom(...TOWNS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      at: fc.constant('flat' as const),
      room: fc
        .tuple(fc.integer({ min: 2, max: 25 }), fc.integer({ min: 1, max: 12 }))
        .map(([floor, door]) => `${floor}${String(door).padStart(2, '0')}`),
      tower: fc.constantFrom('', 'A', 'B', 'CT1', 'S1.02', 'S2.05'),
      building: fc.constantFrom(...BUILDINGS),
    }),
  },
);

export const locatedPremises: fc.Arbitrary<LocatedPremises> = fc.record({
  where: fc.constantFrom(...HOME_COMMUNES),
  premises,
});
