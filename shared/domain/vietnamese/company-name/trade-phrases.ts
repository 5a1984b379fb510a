import { rowsOf } from '../text/rows-of.ts';

/** The trades (ngành nghề) in company names: whole phrases, with their usual short forms. */
export const TRADES = rowsOf(`
  thương mại: tm; dịch vụ: dv; sản xuất: sx; xây dựng: xd; xây lắp: xl; đầu tư: đt; vận tải: vt; vật tư: vt;
  viễn thông: vt; vận chuyển: vc; xuất nhập khẩu: xnk; xuất khẩu: xk; nhập khẩu: nk; tư vấn: tv; thiết kế: tk;
  du lịch: dl; công nghệ: cn; công nghệ thông tin: cntt; công nghiệp: cn; nông nghiệp: nn; lâm nghiệp: ln;
  kỹ thuật: kt; kinh tế: kt; cơ khí: ck; cơ khí chính xác; cơ điện: cđ; chế biến: cb; chế tạo; bất động sản: bđs;
  phát triển: pt; kinh doanh: kd; quảng cáo: qc; truyền thông: tt; trang trí nội thất: ttnt; nội thất: nt; ngoại thất;
  vật liệu xây dựng: vlxd; thiết bị: tb; phòng cháy chữa cháy: pccc; thủy sản: ts; hải sản: hs; nông sản: ns;
  lâm sản: ls; khoáng sản: ks; thực phẩm: tp; dược phẩm: dp; mỹ phẩm: mp; may mặc: mm; dệt may: dm; tổ chức sự kiện;
  giải trí; điện tử: đt; điện lạnh: đl; điện nước: đn; tin học: th; phần mềm: pm; giáo dục: gd; đào tạo: đt;
  môi trường: mt; xăng dầu: xd; tổng hợp: th; dầu khí: dk; hóa chất: hc; bao bì: bb; in ấn; kho vận; kho bãi;
  giao nhận: gn; tiếp vận; năng lượng: nl; hạ tầng: ht; khai thác: kt; sửa chữa: sc; bảo trì; bảo dưỡng; lắp đặt: lđ;
  thi công: tc; cung ứng: cư; nhân lực: nl; lao động: lđ; bảo vệ: bv; vệ sinh; kế toán; kiểm toán; tài chính: tc;
  bảo hiểm: bh; chứng khoán: ck; y tế: yt; thiết bị y tế: tbyt; vật tư y tế: vtyt; trang thiết bị y tế: ttbyt;
  nhà hàng; khách sạn; ăn uống; ẩm thực; phụ tùng; cho thuê; gia công; chăn nuôi; giống cây trồng; thức ăn chăn nuôi;
  thuê tài chính; tập đoàn`);

/** Words of products, and `quốc tế`. Unlike a trade they are never left out: Thép Hòa Phát is not Hòa Phát. */
export const TRADES_NEVER_OMITTED = rowsOf(`
  thép; nhựa; gỗ; giấy; cao su; bê tông; may; bệnh viện đa khoa: bvđk; quốc tế: qt`);
