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
