import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { codeAt } from '#test/support/enterprise-codes.ts';
import { personWords, pick, type Random, seeded, title } from '../name-pairs.ts';

/** A company's rows for each kind of file. */
export interface MadeCompany {
  readonly registrations: readonly string[];
  readonly identities: readonly string[];
  readonly activities: readonly string[];
  readonly subscribers: readonly string[];
  readonly accounts: readonly string[];
  readonly flows: readonly string[];
  readonly listed: readonly string[];
}

export const HEADINGS: Readonly<Record<keyof MadeCompany, string>> = {
  registrations:
    'Mã số doanh nghiệp,Tên doanh nghiệp,Loại hình doanh nghiệp,Ngày đăng ký,Địa chỉ trụ sở,Ngành nghề chính,Vốn điều lệ,Số lao động,Điện thoại,Email,Vai trò,Họ và tên,Ngày sinh,Giới tính,Quốc tịch,Loại giấy tờ,Số giấy tờ,Ngày cấp,Điện thoại cá nhân',
  identities:
    'Số giấy tờ,Loại giấy tờ,Họ và tên,Ngày sinh,Giới tính,Nơi thường trú,Trạng thái,Ngày trạng thái,Ngày hết hạn',
  activities: 'Mã số doanh nghiệp,Loại tín hiệu,Ngày,Giá trị,Kỳ/Ghi chú',
  subscribers: 'Số điện thoại,Số giấy tờ chủ thuê bao',
  accounts:
    'Ngân hàng,Số tài khoản,Mã số doanh nghiệp,Tên chủ tài khoản,Họ tên người đại diện,Số giấy tờ người đại diện,Số điện thoại,Ngày mở,Trạng thái',
  flows:
    'Ngân hàng,Số tài khoản,Kỳ,Tổng ghi có,Tổng ghi nợ,Số giao dịch,Thời gian lưu tiền trung vị (phút),Tỷ lệ giao dịch IP nước ngoài',
  listed: 'Ngân hàng,Số tài khoản,Mã nghi ngờ,Lý do,Ngày',
};

const BANKS = ['970436', '970418', '970415', '970407'];
const STREETS = ['Nguyễn Văn Linh', 'Bạch Đằng', 'Phạm Ngũ Lão', 'Lê Lai', 'Trưng Trắc'];
const COMMUNES = ['Xã Thủ Sỹ, Huyện Tiên Lữ', 'Xã Đoàn Đào, Huyện Phù Cừ', 'Xã Minh Lãng, Huyện Vũ Thư'];
const NAMES = ['HOÀNG PHÚ', 'ĐÔNG TÂN', 'BẢO THỊNH', 'KHANG LONG', 'VIỆT TÍN', 'AN BÌNH', 'GIA HƯNG'];
const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3'];
const FILED = ['18/04/2025', '18/07/2025', '18/10/2025'];
const MONTHS = ['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11'];
const RING = 8;
/** Four filing agents and two office towers serve a share of all companies, so these hubs grow with the province. */
export const AGENTS = { count: 4, share: 0.08 };
export const OFFICE_TOWERS = { count: 2, share: 0.02 };

/**
 * Makes company `index` of a province: about one in ten is a shell, in rings of eight that share a phone and an
 * address.
 */
export function makeCompany(index: number, companies: number): MadeCompany {
  const random = seeded(index * 7919 + 17);
  const shell = isShell(index, companies);
  const code = codeAt(index * 3 + 1);
  const ring = Math.floor(index / RING);
  const towers = random() < OFFICE_TOWERS.share ? Math.floor(random() * OFFICE_TOWERS.count) + 1 : 0;
  const agent = random() < AGENTS.share ? Math.floor(random() * AGENTS.count) + 1 : 0;
  const phone = shell ? `08${tail(ring * 31 + 7, 8)}` : agent > 0 ? `03${tail(agent, 8)}` : `09${tail(index, 8)}`;
  const place = shell ? ring : towers > 0 ? -towers : index + companies;
  const address = `"Số ${(Math.abs(place) % 900) + 1}, đường ${STREETS[Math.abs(place) % 5]} ${place}, ${COMMUNES[Math.abs(place) % 3]}, Tỉnh Hưng Yên"`;
  const name = `CÔNG TY TNHH ${pick(random, NAMES)} ${index}`;
  const registeredOn = addDays('2024-07-01', Math.floor(random() * 400));
  const head = madePerson(index * 2, random);
  const second = random() < 0.4 ? madePerson(index * 2 + 1, random) : undefined;
  const company = `${code},${name},Công ty TNHH một thành viên,${written(registeredOn)},${address},4690,${1 + Math.floor(random() * 90)}.000.000.000,${1 + Math.floor(random() * 20)},${phone},cty${index}@example.vn`;
  const people = [`${company},Người đại diện theo pháp luật,${head.row},${phone}`];
  if (second) people.push(`${company},Thành viên/Cổ đông,${second.row},`);
  const unknown = shell && random() < 0.4;
  const alive = !shell || random() < 0.1;
  const own = accountsOf(index, { code, name, phone, shell, head, registeredOn }, random);
  return {
    registrations: people,
    identities: [...(unknown ? [] : [head.identity]), ...(second ? [second.identity] : [])],
    activities: alive ? signalsOf(code, registeredOn, random) : [],
    subscribers: [`${phone},${head.number}`],
    ...own,
  };
}

/** Whole rings are chosen, so that one in ten companies is in a ring. */
const isShell = (index: number, companies: number) =>
  Math.floor(index / RING) % 10 === 3 && index - (index % RING) + RING <= companies;

interface Person {
  readonly row: string;
  readonly identity: string;
  readonly name: string;
  readonly number: string;
}

function madePerson(seed: number, random: Random): Person {
  const female = random() < 0.5;
  const year = 1955 + Math.floor(random() * 44);
  const born = `${tail(1 + Math.floor(random() * 28), 2)}/${tail(1 + Math.floor(random() * 12), 2)}/${year}`;
  const number = `033${female ? 1 : 0}${tail(year % 100, 2)}${tail(seed, 6)}`;
  const name = title(personWords(random));
  const person = `${name},${born},${female ? 'Nữ' : 'Nam'}`;
  return {
    row: `${person},Việt Nam,CCCD,${number},01/03/2021`,
    identity: `${number},CCCD,${person},"Xã Thủ Sỹ, Huyện Tiên Lữ, Tỉnh Hưng Yên",BINH_THUONG,,01/01/2045`,
    name,
    number,
  };
}

function signalsOf(code: string, registeredOn: string, random: Random): string[] {
  const revenue = Math.round(10 ** (8 + random() * 2));
  const filed = QUARTERS.flatMap((quarter, place) => [
    `${code},TO_KHAI_THUE,${FILED[place]},${revenue},${quarter}`,
    `${code},HOA_DON,${FILED[place]},${Math.round(revenue * 1.02)},${quarter}`,
  ]);
  return [
    ...(random() < 0.7 ? filed : filed.slice(2)),
    `${code},BHXH,${written(addDays(registeredOn, 60))},${1 + Math.floor(random() * 9)},`,
  ];
}

interface MadeHolder {
  readonly code: string;
  readonly name: string;
  readonly phone: string;
  readonly shell: boolean;
  readonly head: Person;
  readonly registeredOn: string;
}

function accountsOf(
  index: number,
  { code, name, phone, shell, head, registeredOn }: MadeHolder,
  random: Random,
): Pick<MadeCompany, 'accounts' | 'flows' | 'listed'> {
  const numbers = Array.from({ length: shell ? 2 : random() < 0.5 ? 2 : 1 }, (_, n) => `77${tail(index, 8)}${n}`);
  const bankOf = (n: number) => BANKS[(index + n) % BANKS.length];
  return {
    accounts: numbers.map(
      (number, n) =>
        `${bankOf(n)},${number},${code},${name},${head.name},${head.number},${phone},${written(addDays(registeredOn, 9))},1`,
    ),
    flows: numbers.flatMap((number, n) =>
      MONTHS.map((month) => {
        const credit = Math.round(10 ** (8 + random() * (shell ? 2 : 1)));
        const debit = Math.round(credit * (shell ? 0.98 : 0.8));
        const hold = shell ? 5 + Math.floor(random() * 20) : 2000 + Math.floor(random() * 9000);
        return `${bankOf(n)},${number},${month},${credit},${debit},${20 + Math.floor(random() * 200)},${hold},0.01`;
      }),
    ),
    listed: shell && random() < 0.1 ? [`${bankOf(0)},${numbers[0]},5,Nhận tiền lừa đảo,28/11/2025`] : [],
  };
}

const written = (day: string): string => day.split('-').reverse().join('/');
const tail = (value: number, length: number): string => String(value % 10 ** length).padStart(length, '0');
