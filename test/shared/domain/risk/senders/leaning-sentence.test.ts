import { expect, it } from 'vitest';
import { leaningSentence } from '#shared/domain/risk/senders/leaning-sentence.ts';

it('a sentence says on whose word alone an assessment rests, and none where it rests on nobody’s', () => {
  expect(leaningSentence({ verdict: 'flagged', leansOn: [] })).toBeUndefined();
  expect(leaningSentence({ verdict: 'clear' })).toBeUndefined();
  const sentences = [
    leaningSentence({ verdict: 'flagged', leansOn: ['970436'] }),
    leaningSentence({ verdict: 'watch', leansOn: ['registry', 'police'], isAlone: true }),
    leaningSentence({ verdict: 'watch', leansOn: ['970418'], isDoubted: true }),
    leaningSentence({ verdict: 'watch', leansOn: ['tax'], awaitsMonth: true }),
    leaningSentence({ verdict: 'watch', heldDownBy: ['insurance'] }),
  ];
  expect(sentences).toMatchInlineSnapshot(`
    [
      "Kết quả dựa vào dữ liệu của riêng Vietcombank: thiếu dữ liệu ấy, các dấu hiệu khác chưa đủ để cảnh báo.",
      "Chỉ theo dõi: dấu hiệu dựa vào dữ liệu của riêng cơ quan đăng ký kinh doanh; hoặc của riêng cơ quan Công an, chưa có nơi gửi thứ hai xác nhận.",
      "Chỉ theo dõi: dấu hiệu dựa vào dữ liệu của riêng BIDV, và số doanh nghiệp như vậy chưa được đếm hoặc nhiều hơn thường lệ; cần người xem tệp của nơi gửi ấy.",
      "Theo dõi dựa vào dữ liệu của riêng cơ quan thuế.",
      "Vẫn theo dõi: chỉ dữ liệu có lợi của cơ quan bảo hiểm xã hội làm giảm dấu hiệu; dữ liệu ấy cần được xác minh.",
    ]
  `);
});
