/**
 * Họ: how common a surname is, people in 100,000, lower-case NFC with the tone on the first vowel of `oa, oe, uy`.
 * Mean of two sources: surnames counted in the name list of duyet/vietnamese-namedb @ 2129070d (MIT; counts only) and the weights for
 * the north of hungnguyen18/vietnamese-name-generator @ a37d5b1c (MIT). Those at 5 which both lack were added by hand, from general knowledge.
 */
export const SURNAMES =
  'nguyễn:31765 trần:10408 lê:9062 phạm:6216 hoàng:3854 vũ:3596 phan:2751 bùi:2372 trương:2122 đỗ:1984 ' +
  'đặng:1943 võ:1674 ngô:1625 hồ:1608 huỳnh:1516 dương:1346 trịnh:988 đinh:979 đoàn:955 hà:847 cao:832 ' +
  'đào:723 mai:711 lương:708 lý:688 lâm:673 lưu:635 thái:467 phùng:417 tạ:394 vương:341 chu:300 văn:172 ' +
  'tô:166 châu:154 quách:119 tống:107 từ:100 tăng:95 đồng:92 đậu:90 tôn:88 kiều:84 la:78 lại:78 triệu:78 ' +
  'thạch:72 hứa:70 lã:70 đàm:69 diệp:59 bạch:54 giang:54 hồng:54 âu:54 mã:48 nông:48 phó:48 cù:43 hàn:43 ' +
  'mạc:43 quang:43 sầm:43 tưởng:43 vi:43 ông:43 chung:35 dư:35 lữ:35 y:35 nhan:29 trang:29 danh:28 trà:28 ' +
  'an:25 biện:25 bàn:25 bảo:25 bế:25 bồ:25 ca:25 chiêm:25 chính:25 chế:25 cung:25 cảnh:25 cầm:25 cổ:25 ' +
  'di:25 du:25 dung:25 dịch:25 gia:25 hiền:25 huế:25 hám:25 hòa:25 hưng:25 hướng:25 hầu:25 học:25 kha:25 ' +
  'khâm:25 khúc:25 khấu:25 khổng:25 kim:25 kế:25 linh:25 liễu:25 long:25 lãng:25 lãnh:25 lô:25 lùng:25 ' +
  'lư:25 lạc:25 lộc:25 lục:25 mang:25 mi:25 miêu:25 mâu:25 mạn:25 mục:25 na:25 nhiệm:25 nhâm:25 như:25 ' +
  'nhẫn:25 ninh:25 nữ:25 phi:25 phác:25 phú:25 phúc:25 phương:25 phước:25 quyền:25 quản:25 sung:25 sơn:25 ' +
  'sử:25 thi:25 thiên:25 thành:25 thào:25 thôi:25 thăng:25 thư:25 thịnh:25 thọ:25 thục:25 tiên:25 trí:25 ' +
  'trầm:25 trọng:25 tào:25 tùng:25 tú:25 túc:25 tải:25 tập:25 tửu:25 uông:25 viên:25 vĩnh:25 xa:25 xuân:25 ' +
  'yên:25 ái:25 đức:25 bành:23 cáp:23 thân:23 vy:23 khương:18 nghiêm:18 nhữ:18 ung:18 bà:10 bình:10 chá:10 ' +
  'chênh:10 chảo:10 chử:10 cà:10 cư:10 fàng:10 giàng:10 hàng:10 hơ:10 khang:10 lèm:10 lò:10 lù:10 lường:10 ' +
  'lầu:10 ma:10 mè:10 mông:10 mùa:10 ngân:10 ngần:10 phà:10 quàng:10 sùng:10 tòng:10 vàng:10 vừ:10 đàng:10 ' +
  'bá:5 chương:5 cái:5 cấn:5 doãn:5 giáp:5 hoa:5 hạ:5 khiếu:5 khuất:5 ksor:5 lai:5 lành:5 lều:5 lỗ:5 lộ:5 ' +
  'mẫn:5 mễ:5 ngạc:5 ngụy:5 phí:5 quán:5 quế:5 thiều:5 thiện:5 thẩm:5 tiêu:5 tiền:5 trác:5 trình:5 tề:5 ' +
  'vòng:5 vưu:5 ân:5 đan:5 điêu:5 đoái:5 đái:5 đôn:5 đới:5 ưng:5';
