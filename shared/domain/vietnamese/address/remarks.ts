import { HOME_PROVINCE } from '../home-province.ts';
import { foldMarks } from '../text/fold.ts';
import { pairsOf, type Rewriting } from './rewriting.ts';

/** Patterns of text around an address that is no part of it. */
const HEADING =
  /^(?:(?:địa chỉ|dia chi|trụ sở|tru so|văn phòng|van phong|vp|[đd]\/?c)[^:,\d]*|(?:nhà máy|nha may|xưởng|xuong|kho|cơ sở|co so|chi nhánh|chi nhanh|cn|cs|đkkd|dkkd|add|address)(?: (?:sản xuất|san xuat|chính|chinh|hàng|hang|số|so))?)(?: ?\d{1,2})? ?:/iu;
const FORMER =
  /\((?:(?:nay|trước|truoc|cũ|tức|\p{L}+ cũ:|\p{L}+ cu:|(?:số|số nhà|tên|địa chỉ|đ\/c) cũ|(?:so|so nha|ten|dia chi) cu)[\s:][^)]{0,120}|[^)]{0,120}\s(?:cũ|cu))\)/giu;
/** Matches the remark in `tỉnh Hưng Yên (cũ)` or `Huyện Mỹ Hào (chưa sáp nhập)`. */
const BARE_FORMER =
  / ?\((?:(?:địa chỉ |dia chi )?(?:cũ|cu|mới|moi)|(?:chưa|trước|sau) (?:khi )?(?:sáp|sát|sap|sat) (?:nhập|nhap))\)/giu;
/** Matches the remark in `thành phố Hưng Yên cũ`. */
const FORMER_UNIT =
  /(?= cũ)(?<=(?:thành phố|tp\.?|thị xã|thị trấn|huyện|tỉnh|xã|phường) (?:\p{L}+ ){0,3}\p{L}+) cũ(?=[,;.]|$| -)/giu;
const HOME_NAMES = Object.values(HOME_PROVINCE.shortNames).map((name) => foldMarks(name));
/** Matches `cu` without its mark, which means a former unit only after a known name, as in `tinh Thai Binh cu`. */
const FORMER_HOME = new RegExp(
  String.raw`(?= cu)(?<=(?:thanh pho|tp\.?|tinh) (?:${HOME_NAMES.join('|')})) cu(?=[,;.]|$| -)`,
  'giu',
);
/** Matches a street's second name, as in `đường Nguyễn Văn Linh (Quốc lộ 5A)`. */
const OTHER_NAME = /(?<=\p{L} )\((?:ql|quốc lộ|quoc lo|đt|dt|tl|tỉnh lộ|tinh lo|đường|duong)[ .\d][^)]{0,30}\)/giu;
/** Matches the second name of an estate or a new town, as in `KCN Liên Hà Thái (Green iP-1)`. */
const OTHER_ESTATE =
  /(?= ?\()(?<=(?:kcn|ccn|kđt|kdt|khu công nghiệp|khu cong nghiep|cụm công nghiệp|cum cong nghiep|khu đô thị|khu do thi|vinhomes|ecopark)(?: [^\s,;()]+){1,8}) ?\((?!(?:số|so|sn|nhà|nha|lô|lo|khu|thôn|thon|xóm|xom|tổ|to|xã|xa|phường|phuong|thị|thi|tt|huyện|huyen|tp|đường|duong|ql|giai|phân|phan|lk|bt|sh)(?!\p{L}))\p{L}[^(),]{2,40}\)/giu;
/** Matches a branch's code before the house number, as in `(BI3) 46 Võ Thị Sáu`, unless it is the code of a row of houses. */
const CODE_OF_BRANCH =
  /^\((?!(?:BT|LK|NV|SH|TT|CT|HH|KM|QL|TL)\d)\p{Lu}{2,5}\d{0,4}\) ?(?=(?:(?:[Ss]ố|SN|[Ss]n) )?\d)/u;
const ADDED = /\((?=(?:mở rộng|mo rong|kéo dài|keo dai)\))([^)]*)\)/giu;
/** Matches a place nearby, such as `, gần chợ Bo` or `(đối diện trường tiểu học)`. */
const NEARBY =
  /(?:[,;(]| -) ?(?:(?:bên )?cạnh|gần|cách(?= (?:\d|khoảng|chợ|trường|ngã|cầu|ubnd|trung tâm|bệnh viện))|đối diện|ben canh|doi dien|(?:gan|canh) (?=cho |truong |ubnd|nga |benh |tram |cay |cong |dinh |chua )) ?[^,;()]{2,60}\)?(?=[,;.]|$| -)/giu;
const NEARBY_IN_BRACKETS = /\((?:gan|canh|cach) [^()]{2,60}\)/giu;
/** Matches a phone: nine or more digits after 0 or 84 are no house number. */
const PHONE =
  /(?:(?:s?đt(?:dđ)?|s?dt|tel|điện thoại|dien thoai|phone|hotline|fax|di động|mobile|liên hệ|lh|zalo)(?: số)? ?[.:]* ?)?(?<![\p{L}\d]|\d[/.-])\(?(?:\+ ?84|84(?=(?:[ .()-]*\d){9})|0)(?:[ .()-]*\d){8,10}(?!\d)/giu;
const TAX_CODE = /(?:mst|msdn|mã số (?:thuế|dn|doanh nghiệp)|ma so (?:thue|dn|doanh nghiep)) ?:? ?\d{10}(?:-\d{3})?/giu;
const EMAIL = /(?:e-?mail ?:? ?)?[\w.+-]{1,64}@\S+/giu;
const OWNER_IN_PART =
  /(?= ?[tn])(?<=^|[,;(]|- ) ?(?:tại )?nhà (?:ông|bà|anh|chị) \p{L}[^,;()\d]{1,40}\)?(?=[,;.]|$| -)/giu;
const OWNER = /(?=[(n])\(?(?<!\p{L})(?:nhà|nha) (?:ông|ong|bà|ba|anh|chị|chi) \p{Lu}[^,;)]*\)?/gu;
const POSTCODE =
  /(?:mã (?:số )?bưu (?:chính|điện|cục)|ma (?:so )?buu (?:chinh|dien|cuc)|(?:zip|postal|post) ?code) ?:? ?\d{5,6}/giu;
/** Matches a postcode, as in `Hưng Yên 17000`. */
const BARE_POSTCODE =
  /(?= \d{5})(?<=\p{L}{2})(?<!(?:số|so|lô|lo|thửa|thua|tờ|to|đồ|do|đất|dat|km|ql|dt|đt|lộ|lo)) \d{5,6}(?=\s*(?:$|,|\.$|(?:việt|viet) ?nam))/giu;
/** Matches a map code, short or with its area, such as `J3W6+2F4`. */
const PLUS_CODE = /(?<![\p{L}\d])[2-9CFGHJMPQRVWX]{4,8}\+[2-9CFGHJMPQRVWX]{2,3}(?![\p{L}\d])/gu;
const UNNAMED = /(?=[uđd])(?<!\p{L})(?:unnamed road|đường không tên|duong khong ten)(?!\p{L})/giu;
/** Matches a label without a name, as in `Tp:, Thái Bình`. */
const EMPTY_LABEL =
  /(?=[hpqtx])(?<=(?:^|[,;]) ?)(?:tp|t\.p|tx|h|q|p|x|tt|thành phố|huyện|quận|phường|xã|tỉnh) ?[.:]* ?(?=,|;|$)/giu;
/** Matches a heading before the address, as in `MB Bank Thái Bình: số 460 Lý Bôn`. */
const NAMED_FIRST =
  /^(?!(?:số|so|sn|nhà|nha|lô|lo|thôn|thon|tầng|tang|địa|dia|căn|can|phòng|phong)[ :])([^,;:\d]{4,60}):(?= ?(?:(?:số|so|sn|lô|lo|tầng|tang|thôn|thon|phố|pho) ?|\d))/iu;
/** Matches the side of the road, as in `Mặt tiền QL13`. */
const FRONTAGE =
  /(?=m[ặa]t )(?<=^|[,;(] ?)(?:mặt|mat) (?:tiền|tien|đường|duong|phố|pho|lộ|lo) (?=(?:ql|tl|đt|dt|hl|quốc lộ|quoc lo|tỉnh lộ|tinh lo|đường|duong|phố|pho)(?!\p{L}))/giu;
/** Matches several floors, as in `Tầng 1 & 4` or `tầng 1, 2 và 3`, of which the first is kept. */
const FLOORS =
  /(?= ?[&+,v])(?<=(?<!\p{L})(?:tầng|tang|lầu|lau) \d{1,2})(?: ?(?:&|\+|,|và|va) ?(?:(?:tầng|tang|lầu|lau) )?\d{1,2}(?![\d/]|[A-Za-z]| ?\p{L}))+(?= ?,)/giu;
const INSIDE = /(?=trong )(?<!\p{L})trong (?=(?:ngõ|ngo|ngách|ngach|hẻm|hem) \d)/giu;
const AT = /^(?:tại|tai) (?=(?:số|so|sn|nhà|nha|thôn|thon|lô|lo|tầng|tang|\d))/iu;
/** Matches the same before an estate, as in `Lô T8 tại KCN Thăng Long II`. */
const AT_ESTATE =
  / (?:tại|tai) (?=(?:kcn|ccn|khu công nghiệp|khu cong nghiep|cụm công nghiệp|cum cong nghiep|kđt|kdt|khu đô thị|khu do thi)(?!\p{L}))/giu;

/** Matches where in a village a place is, as in `Cổng làng Long Đằng`. */
const OF_VILLAGE =
  /(?=[cđdg])(?<=^|[,;(] ?)(?:cổng|cong|đầu|dau|cuối|cuoi|giữa|giua) (?=(?:làng|lang|thôn|thon|xóm|xom) \p{L})/giu;

const OWNERS = 'nha_ong nha_ba nha_anh nha_chi';

/** Removes heading, former names, places nearby, phones, codes and the owner of the house from an address. */
export const REMARKS: readonly Rewriting[] = [
  [HEADING, '', ':'],
  [CODE_OF_BRANCH, '', '('],
  [NAMED_FIRST, '$1,', ':'],
  [BARE_FORMER, '', '('],
  [FORMER, ',', '('],
  [FORMER_UNIT, '', 'cũ'],
  [FORMER_HOME, '', 'cu'],
  [OTHER_NAME, '', '('],
  [ADDED, '$1', '('],
  [OTHER_ESTATE, '', '('],
  [NEARBY, ',', 'canh gan cach doi_dien'],
  [NEARBY_IN_BRACKETS, ',', '('],
  [PLUS_CODE, ',', '+'],
  [UNNAMED, ',', 'unnamed duong_khong'],
  [POSTCODE, ',', 'ma_buu ma_so zip postal post zipcode postalcode postcode'],
  [BARE_POSTCODE, ',', 'postcode#'],
  [TAX_CODE, ',', 'mst msdn ma_so'],
  [EMAIL, ',', '@'],
  [PHONE, ',', 'phone#'],
  [OWNER_IN_PART, ',', OWNERS],
  [EMPTY_LABEL, '', ',tp ,p ,tx ,h ,q ,x ,tt ,pho ,huyen ,quan ,phuong ,xa ,tinh'],
  [FRONTAGE, '', 'mat_tien mat_duong mat_pho mat_lo'],
  [OF_VILLAGE, '', pairsOf('cong dau cuoi giua', 'lang thon xom')],
  [FLOORS, '', 'tang_# lau_#'],
  [AT, '', 'tai'],
  [AT_ESTATE, ', ', 'tai'],
  [INSIDE, '', 'trong'],
  [OWNER, ',', OWNERS],
];
