/**
 * Communes (xã, phường, thị trấn) of Hưng Yên and Thái Bình before 01/07/2025 by district, each with the new commune it went
 * into, and the 104 new ones (NQ 202/2025/QH15, QĐ 19/2025/QĐ-TTg). `X` xã, `P` phường, `T` thị trấn.
 * Source: thanglequoc/vietnamese-provinces-database v2.4.1 @ fc33b741 and HEAD @ cd580632, MIT; mapping derived from both.
 */
export interface DistrictRow {
  readonly province: 'Hưng Yên' | 'Thái Bình';
  readonly district: string;
  /** `old code, kind, name, new code`, or several new codes joined by `+` where the old commune was split. */
  readonly communes: string;
}

export const NEW_COMMUNES =
  '11953,P,Phố Hiến;11977,X,Tân Hưng;11980,P,Hồng Châu;11983,P,Sơn Nam;11992,X,Lạc Đạo;11995,X,Đại Đồng;12004,X,Như Quỳnh;12019,X,Văn Giang;12025,X,Phụng Công;12031,X,Nghĩa Trụ;12049,X,Mễ Sở;12064,X,Nguyễn Văn Linh;12070,X,Hoàn Long;12073,X,Yên Mỹ;12091,X,Việt Yên;12103,P,Mỹ Hào;12127,P,Thượng Hồng;12133,P,Đường Hào;12142,X,Ân Thi;12148,X,Phạm Ngũ Lão;12166,X,Xuân Trúc;12184,X,Nguyễn Trãi;12196,X,Hồng Quang;12205,X,Khoái Châu;12223,X,Triệu Việt Vương;12238,X,Việt Tiến;12247,X,Châu Ninh;12271,X,Chí Minh;12280,X,Lương Bằng;12286,X,Nghĩa Dân;12313,X,Đức Hợp;12322,X,Hiệp Cường;12337,X,Hoàng Hoa Thám;12361,X,Tiên Hoa;12364,X,Tiên Lữ;12391,X,Quang Hưng;12406,X,Đoàn Đào;12424,X,Tiên Tiến;12427,X,Tống Trân;12452,P,Trần Hưng Đạo;12454,P,Trần Lãm;12466,P,Vũ Phúc;12472,X,Quỳnh Phụ;12499,X,A Sào;12511,X,Minh Thọ;12517,X,Ngọc Lâm;12523,X,Phụ Dực;12526,X,Đồng Bằng;12532,X,Nguyễn Du;12577,X,Quỳnh An;12583,X,Tân Tiến;12586,X,Hưng Hà;12595,X,Ngự Thiên;12613,X,Long Hưng;12619,X,Diên Hà;12631,X,Thần Khê;12634,X,Tiên La;12676,X,Lê Quý Đôn;12685,X,Hồng Minh;12688,X,Đông Hưng;12694,X,Bắc Đông Hưng;12700,X,Bắc Tiên Hưng;12736,X,Đông Tiên Hưng;12745,X,Bắc Đông Quan;12754,X,Tiên Hưng;12763,X,Nam Tiên Hưng;12775,X,Nam Đông Hưng;12793,X,Đông Quan;12817,P,Trà Lý;12826,X,Thái Thuỵ;12850,X,Tây Thuỵ Anh;12859,X,Bắc Thuỵ Anh;12862,X,Đông Thuỵ Anh;12865,X,Thuỵ Anh;12904,X,Nam Thuỵ Anh;12916,X,Bắc Thái Ninh;12919,X,Tây Thái Ninh;12922,X,Thái Ninh;12943,X,Đông Thái Ninh;12961,X,Nam Thái Ninh;12970,X,Tiền Hải;12988,X,Đông Tiền Hải;13003,X,Đồng Châu;13021,X,Ái Quốc;13039,X,Tây Tiền Hải;13057,X,Nam Cường;13063,X,Nam Tiền Hải;13066,X,Hưng Phú;13075,X,Kiến Xương;13093,X,Trà Giang;13096,X,Bình Nguyên;13120,X,Lê Lợi;13132,X,Quang Lịch;13141,X,Vũ Quý;13159,X,Hồng Vũ;13183,X,Bình Thanh;13186,X,Bình Định;13192,X,Vũ Thư;13219,X,Vạn Xuân;13222,X,Thư Trì;13225,P,Thái Bình;13246,X,Tân Thuận;13264,X,Thư Vũ;13279,X,Vũ Tiên';

export const OLD_DISTRICTS: readonly DistrictRow[] = [
  {
    province: 'Hưng Yên',
    district: 'Huyện Khoái Châu',
    communes:
      '12205,T,Khoái Châu,12205;12208,X,Đông Tảo,12070;12211,X,Bình Minh,12049;12214,X,Phạm Hồng Thái,12223;12220,X,Ông Đình,12223;12223,X,Tân Dân,12223;12226,X,Tứ Dân,12247;12229,X,An Vĩ,12223;12232,X,Đông Kết,12205;12238,X,Dân Tiến,12238;12244,X,Đồng Tiến,12238;12247,X,Tân Châu,12247;12250,X,Liên Khê,12205;12253,X,Phùng Hưng,12205;12256,X,Việt Hòa,12238;12259,X,Đông Ninh,12247;12262,X,Đại Tập,12247;12265,X,Chí Minh,12271;12271,X,Thuần Hưng,12271;12274,X,Nguyễn Huệ,12271',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Kim Động',
    communes:
      '12280,T,Lương Bằng,12280;12283,X,Nghĩa Dân,12286;12286,X,Toàn Thắng,12286;12289,X,Vĩnh Xá,12286;12292,X,Phạm Ngũ Lão,12280;12295,X,Phú Thọ,12313;12298,X,Đồng Thanh,12286;12301,X,Song Mai,12322;12304,X,Chính Nghĩa,12280;12313,X,Mai Động,12313;12316,X,Đức Hợp,12313;12319,X,Hùng An,12322;12322,X,Ngọc Thanh,11983+12322;12325,X,Diên Hồng,12280;12328,X,Hiệp Cường,12322',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Phù Cừ',
    communes:
      '12391,T,Trần Cao,12391;12394,X,Minh Tân,12391;12397,X,Phan Sào Nam,12406;12400,X,Quang Hưng,12391;12403,X,Minh Hoàng,12406;12406,X,Đoàn Đào,12406;12409,X,Tống Phan,12391;12412,X,Đình Cao,12424;12415,X,Nhật Quang,12424;12421,X,Tam Đa,12427;12424,X,Tiên Tiến,12424;12427,X,Nguyên Hòa,12427;12430,X,Tống Trân,12427',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Tiên Lữ',
    communes:
      '12337,T,Vương,12337;12340,X,Hưng Đạo,12337;12346,X,Nhật Tân,12337;12352,X,Lệ Xá,12361;12355,X,An Viên,12337;12361,X,Trung Dũng,12361;12364,X,Hải Thắng,12364;12367,X,Thủ Sỹ,11977;12370,X,Thiện Phiến,12364;12373,X,Thụy Lôi,12364;12376,X,Cương Chính,12361',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Văn Giang',
    communes:
      '12019,T,Văn Giang,12019;12022,X,Xuân Quan,12025;12025,X,Cửu Cao,12025;12028,X,Phụng Công,12025;12031,X,Nghĩa Trụ,12031;12034,X,Long Hưng,12031;12037,X,Vĩnh Khúc,12031;12040,X,Liên Nghĩa,12019;12043,X,Tân Tiến,12019;12046,X,Thắng Lợi,12049;12049,X,Mễ Sở,12049',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Văn Lâm',
    communes:
      '11986,T,Như Quỳnh,12004;11989,X,Lạc Đạo,11992+11995;11992,X,Chỉ Đạo,11992;11995,X,Đại Đồng,11995;11998,X,Việt Hưng,11995;12001,X,Tân Quang,12004;12004,X,Đình Dù,11995+12004;12007,X,Minh Hải,11992;12010,X,Lương Tài,11995;12013,X,Trưng Trắc,12004;12016,X,Lạc Hồng,12004',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Yên Mỹ',
    communes:
      '12052,T,Yên Mỹ,12073;12055,X,Nguyễn Văn Linh,12064;12061,X,Đồng Than,12070;12064,X,Ngọc Long,12064;12067,X,Liêu Xá,12064;12070,X,Hoàn Long,12070;12073,X,Tân Lập,12073;12076,X,Thanh Long,12091;12079,X,Yên Phú,12091;12085,X,Trung Hòa,12073;12091,X,Việt Yên,12091;12100,X,Tân Minh,12073',
  },
  {
    province: 'Hưng Yên',
    district: 'Huyện Ân Thi',
    communes:
      '12142,T,Ân Thi,12142;12145,X,Phù Ủng,12148;12148,X,Bắc Sơn,12148;12151,X,Bãi Sậy,12148;12154,X,Đào Dương,12148;12157,X,Quang Vinh,12142;12160,X,Vân Du,12166;12166,X,Xuân Trúc,12166;12169,X,Hoàng Hoa Thám,12142;12172,X,Quảng Lãng,12166;12175,X,Đa Lộc,12184;12178,X,Đặng Lễ,12184;12181,X,Cẩm Ninh,12184;12184,X,Nguyễn Trãi,12184;12190,X,Hồ Tùng Mậu,12196;12193,X,Tiền Phong,12196;12196,X,Hồng Quang,12196;12202,X,Hạ Lễ,12196',
  },
  {
    province: 'Hưng Yên',
    district: 'Thành phố Hưng Yên',
    communes:
      '11950,P,Lam Sơn,11983;11953,P,Hiến Nam,11953;11956,P,An Tảo,11953;11959,P,Lê Lợi,11953;11962,P,Minh Khai,11953;11968,P,Hồng Châu,11980;11971,X,Trung Nghĩa,11953;11974,X,Liên Phương,11953;11977,X,Phương Nam,11977;11980,X,Quảng Châu,11980;11983,X,Bảo Khê,11983;12331,X,Phú Cường,11983;12334,X,Hùng Cường,11983;12385,X,Tân Hưng,11977;12388,X,Hoàng Hanh,11980',
  },
  {
    province: 'Hưng Yên',
    district: 'Thị xã Mỹ Hào',
    communes:
      '12103,P,Bần Yên Nhân,12103;12106,P,Phan Đình Phùng,12103;12109,X,Cẩm Xá,12103;12112,X,Dương Quang,12127;12115,X,Hòa Phong,12127;12118,P,Nhân Hòa,12103;12121,P,Dị Sử,12133;12124,P,Bạch Sam,12127;12127,P,Minh Đức,12127;12130,P,Phùng Chí Kiên,12133;12133,X,Xuân Dục,12133;12136,X,Ngọc Lâm,12133;12139,X,Hưng Long,12133',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Hưng Hà',
    communes:
      '12586,T,Hưng Hà,12586;12589,X,Quang Trung,12619;12592,X,Tân Lễ,12613;12595,X,Cộng Hòa,12595;12601,X,Canh Tân,12595;12604,X,Hòa Tiến,12595;12610,X,Tân Tiến,12634;12613,T,Hưng Nhân,12613;12616,X,Đoan Hùng,12634;12619,X,Duyên Hải,12619;12622,X,Tân Hòa,12595;12625,X,Văn Cẩm,12619;12628,X,Bắc Sơn,12631;12631,X,Đông Đô,12631;12634,X,Phúc Khánh,12634;12637,X,Liên Hiệp,12613;12640,X,Tây Đô,12631;12643,X,Thống Nhất,12586;12646,X,Tiến Đức,12613;12649,X,Thái Hưng,12613;12652,X,Thái Phương,12634;12655,X,Hòa Bình,12586;12656,X,Chi Lăng,12631;12658,X,Minh Khai,12586;12661,X,Hồng An,12676;12664,X,Kim Chung,12586;12667,X,Hồng Lĩnh,12586;12670,X,Minh Tân,12676;12673,X,Văn Lang,12586;12676,X,Độc Lập,12676;12679,X,Chí Hòa,12685;12682,X,Minh Hòa,12685;12685,X,Hồng Minh,12685',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Kiến Xương',
    communes:
      '13075,T,Kiến Xương,13075;13078,X,Trà Giang,13093;13081,X,Quốc Tuấn,13093;13087,X,An Bình,13096;13090,X,Tây Sơn,12454;13093,X,Hồng Thái,13093;13096,X,Bình Nguyên,13096;13102,X,Lê Lợi,13120;13111,X,Vũ Lễ,13132;13114,X,Thanh Tân,13096;13120,X,Thống Nhất,13120;13126,X,Vũ Ninh,13141;13129,X,Vũ An,13141;13132,X,Quang Lịch,13132;13135,X,Hòa Bình,13132;13138,X,Bình Minh,13075;13141,X,Vũ Quí,13141;13144,X,Quang Bình,13075;13150,X,Vũ Trung,13141;13156,X,Vũ Công,13159;13159,X,Hồng Vũ,13159;13162,X,Quang Minh,13075;13165,X,Quang Trung,13075;13171,X,Minh Quang,13183;13177,X,Minh Tân,13183;13180,X,Nam Bình,13186;13183,X,Bình Thanh,13183;13186,X,Bình Định,13186;13189,X,Hồng Tiến,13186',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Quỳnh Phụ',
    communes:
      '12472,T,Quỳnh Côi,12472;12475,X,An Khê,12499;12478,X,An Đồng,12499;12481,X,Quỳnh Hoa,12511;12484,X,Quỳnh Lâm,12517;12487,X,Quỳnh Thọ,12511;12490,X,An Hiệp,12499;12493,X,Quỳnh Hoàng,12517;12496,X,Quỳnh Giao,12511;12499,X,An Thái,12499;12502,X,An Cầu,12526;12505,X,Quỳnh Hồng,12472;12508,X,Quỳnh Khê,12532;12511,X,Quỳnh Minh,12511;12514,X,An Ninh,12523;12517,X,Quỳnh Ngọc,12517;12520,X,Quỳnh Hải,12472;12523,T,An Bài,12523;12526,X,An Ấp,12526;12529,X,Quỳnh Hội,12472;12532,X,Châu Sơn,12532;12535,X,Quỳnh Mỹ,12472;12538,X,An Quí,12526;12541,X,An Thanh,12523;12547,X,An Vũ,12523;12550,X,An Lễ,12526;12553,X,Quỳnh Hưng,12472;12559,X,An Mỹ,12523;12562,X,Quỳnh Nguyên,12532;12565,X,An Vinh,12577;12571,X,An Dục,12583;12574,X,Đông Hải,12577;12577,X,Trang Bảo Xá,12577;12580,X,An Tràng,12583;12583,X,Đồng Tiến,12583',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Thái Thụy',
    communes:
      '12826,T,Diêm Điền,12826;12832,X,Thụy Trường,12862;12841,X,Hồng Dũng,12862;12844,X,Thụy Quỳnh,12859;12847,X,An Tân,12862;12850,X,Thụy Ninh,12850;12853,X,Thụy Hưng,12865;12856,X,Thụy Việt,12859;12859,X,Thụy Văn,12859;12862,X,Thụy Xuân,12862;12865,X,Dương Phúc,12865;12868,X,Thụy Trình,12826;12871,X,Thụy Bình,12826;12874,X,Thụy Chính,12850;12877,X,Thụy Dân,12850;12880,X,Thụy Hải,12826;12889,X,Thụy Liên,12826;12892,X,Thụy Duyên,12904;12898,X,Thụy Thanh,12904;12901,X,Thụy Sơn,12865;12904,X,Thụy Phong,12904;12907,X,Thái Thượng,12922;12910,X,Thái Nguyên,12922;12916,X,Dương Hồng Thủy,12916;12919,X,Thái Giang,12919;12922,X,Hòa An,12922;12925,X,Sơn Hà,12919;12934,X,Thái Phúc,12916;12937,X,Thái Hưng,12922;12940,X,Thái Đô,12943;12943,X,Thái Xuyên,12943;12949,X,Mỹ Lộc,12943;12958,X,Tân Học,12943;12961,X,Thái Thịnh,12961;12964,X,Thuần Thành,12961;12967,X,Thái Thọ,12961',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Tiền Hải',
    communes:
      '12970,T,Tiền Hải,12970;12976,X,Đông Trà,12988;12979,X,Đông Long,12988;12985,X,Vũ Lăng,12970;12988,X,Đông Xuyên,12988;12991,X,Tây Lương,12970;12994,X,Tây Ninh,12970;12997,X,Đông Quang,12988;13000,X,Đông Hoàng,13003;13003,X,Đông Minh,13003;13012,X,An Ninh,12970;13018,X,Đông Cơ,13003;13021,X,Tây Giang,13021;13024,X,Đông Lâm,13003;13027,X,Phương Công,13039;13030,X,Ái Quốc,13021;13036,X,Nam Cường,13057;13039,X,Vân Trường,13039;13045,X,Nam Chính,13057;13048,X,Bắc Hải,13039;13051,X,Nam Thịnh,13057;13054,X,Nam Hà,13063;13057,X,Nam Tiến,13057;13060,X,Nam Trung,13066;13063,X,Nam Hồng,13063;13066,X,Nam Hưng,13066;13069,X,Nam Hải,13063;13072,X,Nam Phú,13066',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Vũ Thư',
    communes:
      '13192,T,Vũ Thư,13192;13195,X,Hồng Lý,13219;13198,X,Đồng Thanh,13219;13201,X,Xuân Hòa,13219;13204,X,Hiệp Hòa,13222;13207,X,Phúc Thành,13225;13210,X,Tân Phong,13225;13213,X,Song Lãng,13222;13216,X,Tân Hòa,13225;13219,X,Việt Hùng,13219;13222,X,Minh Lãng,13222;13228,X,Minh Khai,13192;13231,X,Dũng Nghĩa,13192;13234,X,Minh Quang,13192;13237,X,Tam Quang,13192;13240,X,Tân Lập,13246;13243,X,Bách Thuận,13246;13246,X,Tự Tân,13246;13249,X,Song An,12466;13252,X,Trung An,12466;13255,X,Vũ Hội,13264;13258,X,Hòa Bình,13192;13261,X,Nguyên Xá,12466;13264,X,Việt Thuận,13264;13267,X,Vũ Vinh,13264;13270,X,Vũ Đoài,13279;13273,X,Vũ Tiến,13279;13276,X,Vũ Vân,13264;13279,X,Duy Nhất,13279;13282,X,Hồng Phong,13279',
  },
  {
    province: 'Thái Bình',
    district: 'Huyện Đông Hưng',
    communes:
      '12688,T,Đông Hưng,12688;12694,X,Đông Phương,12694;12700,X,Liên An Đô,12700;12703,X,Đông Sơn,12688;12706,X,Đông Cường,12694;12709,X,Phú Lương,12700;12712,X,Mê Linh,12700;12715,X,Lô Giang,12700;12718,X,Đông La,12688;12721,X,Minh Tân,12754;12724,X,Đông Xá,12694;12730,X,Nguyên Xá,12688;12736,X,Phong Dương Tiến,12736;12739,X,Hồng Việt,12754;12745,X,Hà Giang,12745;12748,X,Đông Kinh,12745;12751,X,Đông Hợp,12688;12754,X,Thăng Long,12754;12757,X,Đông Các,12688;12760,X,Phú Châu,12736;12763,X,Liên Hoa,12763;12769,X,Đông Tân,12793;12772,X,Đông Vinh,12745;12775,X,Xuân Quang Động,12775;12778,X,Hồng Bạch,12754;12784,X,Trọng Quan,12763;12790,X,Hồng Giang,12763;12793,X,Đông Quan,12793;12802,X,Đông Á,12793;12808,X,Đông Hoàng,12775;12811,X,Đông Dương,12817;12823,X,Minh Phú,12763',
  },
  {
    province: 'Thái Bình',
    district: 'Thành phố Thái Bình',
    communes:
      '12433,P,Lê Hồng Phong,13225;12436,P,Bồ Xuyên,13225;12439,P,Đề Thám,12452;12442,P,Kỳ Bá,12454;12445,P,Quang Trung,12452;12448,P,Phú Khánh,12466;12451,P,Tiền Phong,13225;12452,P,Trần Hưng Đạo,12452;12454,P,Trần Lãm,12454;12457,X,Đông Hòa,12817;12460,P,Hoàng Diệu,12817;12463,X,Phú Xuân,12452;12466,X,Vũ Phúc,12466;12469,X,Vũ Chính,12454;12817,X,Đông Mỹ,12817;12820,X,Đông Thọ,12817;13084,X,Vũ Đông,12454;13108,X,Vũ Lạc,12454;13225,X,Tân Bình,13225',
  },
];
