import { rowsOf } from '../text/rows-of.ts';

/**
 * Banks of the NAPAS list: BIN, code, short name, Vietnamese name (without "Ngân hàng"), and further names in use, those of
 * renamed banks included (renamings, virtual banks and wallet BINs: general knowledge).
 * Source: subiz/vietqr bank.csv @ 5a7c86070f11c16fa67a6af0a76ebba826c06cd8, MIT.
 */
export const BANKS = rowsOf(`
  970400: SGICB: SaigonBank: TMCP Sài Gòn Công thương: Saigon Bank: Sài Gòn Công thương Ngân hàng;
  970403: STP: Sacombank: TMCP Sài Gòn Thương tín: Sài Gòn Thương Tín;
  970405: VBA: Agribank: Nông nghiệp và Phát triển Nông thôn Việt Nam: Nông nghiệp: Agri: VBARD:
    Nông nghiệp và PTNT Việt Nam: Nông nghiệp & Phát triển Nông thôn: NHNo&PTNT: NHNN&PTNT: NN&PTNT: NNo&PTNT;
  970406: DOB: DongABank: TMCP Đông Á: Vikki Bank: Vikki: DongA Bank: Đông Á Bank;
  970407: TCB: Techcombank: TMCP Kỹ thương: Techcom: Kỹ thương Việt Nam;
  970408: GPB: GPBank: Thương mại TNHH MTV Dầu Khí Toàn Cầu: Dầu Khí Toàn Cầu: GP Bank;
  970409: BAB: BacABank: TMCP Bắc Á: Bắc Á Bank: NASB;
  970410: SCVN: StandardChartered: TNHH MTV Standard Chartered: SCBank VN: Standard Chartered Bank;
  970412: PVCB: PVcomBank: TMCP Đại chúng Việt Nam: PVcom: Đại chúng;
  970414: Oceanbank: Oceanbank: TNHH MTV Đại Dương: MBV: Ngân hàng Việt Nam Hiện Đại: Modern Bank of Vietnam;
  970415: ICB: VietinBank: TMCP Công thương Việt Nam: Vietin: CTG: Công thương;
  970416: ACB: ACB: TMCP Á Châu: Asia Commercial Bank;
  970418: BIDV: BIDV: Đầu tư và Phát triển Việt Nam: BIDV Bank: Đầu tư và Phát triển: Đầu tư & Phát triển: ĐT&PT:
    ĐT và PT;
  970419: NCB: NCB: TMCP Quốc dân: Navibank: Nam Việt;
  970421: VRB: VRBank: liên doanh Việt Nga: Việt Nga;
  970422: MB: MBBank: TMCP Quân Đội: MB: Military Bank;
  970423: TPB: TPBank: TMCP Tiên Phong: TP Bank: TPB;
  970424: SHBVN: ShinhanBank: TNHH MTV Shinhan Việt Nam: Shinhan;
  970425: ABB: ABBank: TMCP An Bình;
  970426: MSB: MSB: TMCP Hàng Hải: Maritime Bank: Hàng Hải Việt Nam;
  970427: VAB: VietABank: TMCP Việt Á: Việt Á Bank;
  970428: NAB: NamABank: TMCP Nam Á: Nam Á Bank;
  970429: SCB: SCB: TMCP Sài Gòn: Sài Gòn Commercial Bank;
  970430: PGB: PGBank: TMCP Xăng dầu Petrolimex: PG Bank: Thịnh vượng và Phát triển;
  970431: EIB: Eximbank: TMCP Xuất Nhập khẩu Việt Nam: Xuất nhập khẩu;
  970432: VPB: VPBank: TMCP Việt Nam Thịnh Vượng: VP: Thịnh Vượng;
  970433: VIETBANK: VietBank: TMCP Việt Nam Thương Tín: Thương Tín;
  970434: IVB: IndovinaBank: TNHH Indovina: Indovina Bank;
  970436: VCB: Vietcombank: TMCP Ngoại thương Việt Nam: Ngoại thương;
  970437: HDB: HDBank: TMCP Phát triển TP.HCM: HD Bank: Phát triển Thành phố Hồ Chí Minh: Phát triển TP. Hồ Chí Minh;
  970438: BVB: BaoVietBank: TMCP Bảo Việt: Bao Viet Bank;
  970439: PBVN: PublicBank: liên doanh VID PUBLIC BANK: Public Bank Vietnam;
  970440: SEAB: SeABank: TMCP Đông Nam Á: SeA Bank;
  970441: VIB: VIB: TMCP Quốc Tế Việt Nam: Quốc tế: VIBank;
  970442: HLBVN: HongLeong: TNHH MTV Hong Leong Việt Nam: Hong Leong Bank;
  970443: SHB: SHB: TMCP Sài Gòn – Hà Nội: Sài Gòn Hà Nội;
  970444: CBB: CBBank: Thương mại TNHH MTV Xây dựng Việt Nam: VCBNeo: VCB Neo: Ngân hàng Ngoại thương Công nghệ số;
  970446: COOPBANK: COOPBANK: Hợp tác xã Việt Nam: Co-opBank: Hợp tác xã: Hợp tác: HTX;
  970448: OCB: OCB: TMCP Phương Đông: Phương Đông Bank;
  970449: LPB: LPBank: TMCP Bưu điện Liên Việt (Ngân hàng TMCP Lộc Phát Việt Nam): LienVietPostBank: Liên Việt: LPB:
    Lộc Phát: Bưu điện Liên Việt: Lộc Phát Việt Nam;
  970452: KLB: KienLongBank: TMCP Kiên Long: Kiên Long Bank;
  970454: VCCB: VietCapitalBank: TMCP Bản Việt: BVBank: Viet Capital Bank: Bản Việt Bank;
  970455: IBKHN: IBKHN: Công nghiệp Hàn Quốc - Chi nhánh Hà Nội;
  970456: IBKHCM: IBKHCM: Industrial Bank of Korea - Chi nhánh Hồ Chí Minh;
  970457: WVN: Woori: Ngân hàng TNHH Một Thành Viên Woori Bank Việt Nam: Woori Bank;
  970458: UOB: UnitedOverseas: Ngân hàng TNHH Một Thành Viên UOB Việt Nam: UOB;
  970459: CIMB: CIMBBank: Ngân hàng TNHH Một Thành Viên CIMB Việt Nam: CIMB;
  970460: Vietcredit: Vietcredit: Công ty Tài chính cổ phần Xi Măng;
  970462: KBHN: KookminHN: Ngân hàng Kookmin - Chi nhánh Hà Nội: Kookmin Bank Hà Nội;
  970463: KBHCM: KookminHCM: Ngân hàng Kookmin - Chi nhánh Tp. Hồ Chí Minh;
  970464: FCCOM: TNEXFinance: Công ty Tài chính TNHH MTV CỘNG ĐỒNG (TNHH MTV TNEX);
  970465: SINOPAC: SINOPAC: Ngân hàng SINOPAC - Chi nhánh Tp. Hồ Chí Minh;
  970466: KEBHANAHCM: KEBHanaHCM: Ngân hàng KEB HANA - Chi nhánh Tp. Hồ Chí Minh;
  970467: KEBHANAHN: KEBHANAHN: Ngân hàng KEB HANA - Chi nhánh Hà Nội;
  970468: MAFC: MAFC: Công ty Tài chính TNHH MTV Mirae Asset (Việt Nam);
  970470: MCredit: MCredit: Công ty Tài chính TNHH MB SHINSEI;
  546034: CAKE: CAKE: Số CAKE by VPBank: Cake: Cake by VPBank;
  546035: UBANK: Ubank: Số Ubank by VPBank;
  963388: TIMO: Timo: Số Timo by Bản Việt;
  999888: VBSP: VBSP: Chính sách xã hội: NHCSXH: CSXH: Chính sách XH: Chính sách;
  668888: KBANK: KBank: Đại chúng TNHH Kasikornbank: Kasikornbank;
  533948: CITIBANK: Citibank: Citibank Việt Nam`);
