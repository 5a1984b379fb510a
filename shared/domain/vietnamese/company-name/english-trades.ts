import { rowsOf } from '../text/rows-of.ts';

/**
 * Trades and goods in a foreign-language name (tên bằng tiếng nước ngoài), and the Vietnamese phrases each may
 * translate. `logistics` and `holdings` are left out, because Vietnamese names have them in the brand.
 */
export const ENGLISH_TRADES = rowsOf(`
  trading|trade|commercial|commerce: thương mại; service|services: dịch vụ;
  production|producing|manufacturing|manufacture: sản xuất; construction: xây dựng: xây lắp;
  investment|invest: đầu tư; development: phát triển;
  import export|export import|import and export|export and import: xuất nhập khẩu; import: nhập khẩu;
  export: xuất khẩu; transport|transportation: vận tải: vận chuyển; forwarding|freight forwarding: giao nhận;
  consulting|consultancy|consultant|consultants: tư vấn; design: thiết kế; travel|tourism|tourist: du lịch;
  technology|technologies: công nghệ; information technology: công nghệ thông tin;
  industry|industries|industrial: công nghiệp; agriculture|agricultural: nông nghiệp;
  engineering|technical: kỹ thuật: cơ khí; mechanical|mechanics: cơ khí;
  precision mechanical|precision engineering: cơ khí chính xác;
  mechanical electrical|mechanical and electrical: cơ điện; processing: chế biến; real estate: bất động sản;
  business: kinh doanh; advertising|advertisement: quảng cáo; media|communication|communications: truyền thông;
  telecom|telecommunication|telecommunications: viễn thông; interior|furniture: nội thất: trang trí nội thất;
  building materials|building material|construction materials|construction material: vật liệu xây dựng;
  material|materials: vật tư; equipment|equipments: thiết bị; medical equipment: trang thiết bị y tế; medical: y tế;
  seafood|fishery|aquatic products: thủy sản: hải sản; agricultural products|farm produce: nông sản;
  mineral|minerals: khoáng sản; food|foods|foodstuff: thực phẩm; pharmaceutical|pharmaceuticals|pharma: dược phẩm;
  cosmetic|cosmetics: mỹ phẩm; garment|garments|apparel: may mặc: may; textile|textiles: dệt may;
  event|events: tổ chức sự kiện; entertainment: giải trí; electronic|electronics: điện tử; refrigeration: điện lạnh;
  informatics: tin học; software: phần mềm; education: giáo dục; training: đào tạo;
  environment|environmental: môi trường; petroleum: xăng dầu: dầu khí; chemical|chemicals: hóa chất;
  packaging|packing: bao bì; printing: in ấn; energy: năng lượng; infrastructure: hạ tầng;
  mining: khai thác: khoáng sản; maintenance: bảo trì: bảo dưỡng; installation: lắp đặt; supply: cung ứng;
  human resources|manpower: nhân lực; security: bảo vệ; cleaning: vệ sinh; accounting: kế toán;
  auditing|audit: kiểm toán; finance|financial: tài chính; insurance: bảo hiểm; securities: chứng khoán;
  restaurant: nhà hàng; hotel: khách sạn; leasing|rental: cho thuê; livestock: chăn nuôi; group: tập đoàn;
  international: quốc tế; steel: thép; plastic|plastics: nhựa; wood|timber: gỗ; paper: giấy; rubber: cao su;
  concrete: bê tông`);
