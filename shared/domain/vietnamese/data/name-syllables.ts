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

/**
 * Syllables of Vietnamese middle and given names (tên đệm, tên), lower-case NFC with the tone on the first vowel of `oa, oe, uy`; each number
 * holds for the words after it: how often the syllable stands in the lists, in 11,023.
 * Given names and single syllables of duyet/vietnamese-namedb @ 2129070d (MIT; U+00D0 put right) and middle names of
 * hungnguyen18/vietnamese-name-generator @ a37d5b1c (MIT), counted; 187 of the words at 1 were added by hand, from general knowledge.
 */
export const NAME_SYLLABLES =
  '284 minh 224 ngọc 214 thanh 168 anh 164 phương 158 hồng 148 xuân 126 bảo 120 việt 119 đức 118 hải 110 ' +
  'kim 107 mai quang 106 hoàng 102 khánh linh 98 thu vân 97 quốc 93 hữu 90 tâm 88 mỹ quỳnh 86 duy giang 84 ' +
  'gia lâm 82 thành 81 hương 79 thảo 78 bích hà sơn 77 nhi 75 lan tuấn 74 an bình thiên 70 hạnh nguyên ' +
  'trang 68 thiện 67 thúy 65 uyên yến 64 thái 62 nhật trung 59 huy nam tuyết 57 đình 55 diễm 54 liên như 53 ' +
  'dũng 52 diệu hòa trúc tường 51 công 50 phượng 49 hùng 48 hiền nhân phong 47 long trường 46 hoa 45 kiều ' +
  'loan đan 44 khanh thủy 43 chi nguyệt thế 42 vũ 41 huyền vy 40 dương hiếu lam mộng phúc quân thụy tú 39 ' +
  'nga trọng 38 châu phi 37 lệ mạnh 36 hoài 35 cường huệ ánh 34 nhã 33 oanh thắng đông 32 hiệp thông ân 31 ' +
  'hằng khang my quyên 30 ngân phước thuận tùng 29 duyên phú thi thùy thục tiên trí văn 28 bạch khải vinh ' +
  '27 chí khắc ly thư trinh tấn 26 lộc tuyền 25 cao cẩm kiên thịnh trâm 24 khôi quế 23 bá dung hưng tiến ' +
  'toàn ái đăng 22 sinh thương yên đạt 21 hạ thy tân vĩnh 20 cát 19 nghi thơ tài uyển 18 cương hoàn kỳ đào ' +
  '17 danh khuê nương vi 16 bằng lý thạch tịnh ý 15 băng chính cảnh dạ khiêm lương nghĩa nhung sương thọ ' +
  'đắc 14 dân hậu nhiên san triều triệu trân tuệ 13 hào khoa kiệt mi nghị sỹ thượng trà tố đại định 12 ' +
  'chiêu diệp hàm hướng hảo miên phụng song từ điệp 11 giao hân lạc lực ngà ninh phát quyền quý quảng võ ' +
  'vương 10 di du lợi mẫn ngôn sa thường tiểu đoan đồng 9 bửu chấn hường khương liễu lân lập uy viễn vạn 8 ' +
  'ca hiểu hồ hợp lễ nhạn nhất thiếu vỹ 7 cúc cầm dã giáng hiển huấn khuyên khả kiến liêm luận lĩnh nghiệp ' +
  'quyết sang sĩ thoa thuần thất thống thực toản tín tất viết đinh đoàn đạo 6 chinh chung huỳnh họa khai ' +
  'thị đài 5 bách bắc chiến chiểu chương cẩn dao dinh doanh học khiết khê kiết lai luân nhàn năng sao siêu ' +
  'sông thời tiền trình trầm trụ tích tùy vượng xuyến điền 3 ban bào bổng bội bữu cam canh chuyên chuẩn ' +
  'chánh chưởng chế cung cơ cần diên duyệt duệ dụng giác giáp hiên hoan hoán hoạt huynh huân hành hán hãn ' +
  'hưởng hạc hạo hội hỷ kha khiếu khoan khoát khuyến khúc khởi kiếm kiện kê kính kỷ liệt luật lê lăng lưu ' +
  'lộ lục mậu mộc nghiêm nguyết nguyễn ngạn nhan nhiệm nhu nhuận nhơn nhượng niệm nữ phu pháp phục sáng sâm ' +
  'sử thiều thiệu thoại thuyết thuật thêu thúc thăng thạc thắm thể thụ tinh tiếp tiển toại tranh triết ' +
  'triển trác tráng trương trưởng trạch trực tuyến tuyển ty tính tôn túy tạ tổ tụ viên vu vàng vành vĩ vịnh ' +
  'vọng xanh án đàn đôn đơn đường đệ độ ấu ẩn 1 ba biên bàng bái báu bão bé bính bường bưởi bảng bảy bồi ' +
  'chanh chiêm chiếu chân chín chúc chúng chỉnh chức côi cùng cả cầu cừ cửu diễn diện doãn duẩn duật dưỡng ' +
  'dần dậu dịu dự giáo giới gái gấm hai hinh hiến hoành huyên huyến hy hòe hồi hợi kiệm ký lanh loát luyến ' +
  'luyện lành lãm lưỡng lượng lượt lịch lời lụa lựu may miện mây mão mùi mơ mười mận mến mừng na ngoan ' +
  'nguyện ngọ ngừng nho nhuần nhài nhâm nhường nhẫn nhị năm nết nở nụ phán phê phẩm phồn phụ quy quyến ' +
  'quyển rinh rạng rỉnh sam sen soái soạn sáu sửu sự then thiêm thiết thiệp thoan thuyên thuấn thám thân ' +
  'thìn thú thơm thước thưởng thược thạo thả thản thỏa thứ thức tiệp toan toán tri truyền trại tuyên tuân ' +
  'tuất tám tình tý tĩnh tư tạo tảo tấm tầm tần tập tế tỉnh tới tứ tửu tự tỵ vang viển viện vui vóc vận ' +
  'xinh xoa xoan xuyên út đam đang điềm điểm điển đoài đoán đương được đượm đạm đảm địch ước ảnh ấn ất';
