// Loaded before a program and into each of its threads (`--import`): sets the province that the run is for, before the
// constants of the domain are made from it. A function's own threads get it from their bundle. npm's own Node may be too
// old for TypeScript, and needs no province.
const named = process.env['HAUKIEM_PROVINCE'];
if (named !== undefined && process.features.typescript) {
  const { findHomeProvince } = await import('../../shared/domain/vietnamese/find-home-province.ts');
  const province = findHomeProvince(named);
  if (!province) {
    console.error(`Không có tỉnh, thành phố “${named}”: hãy dùng mã (33) hoặc tên (hung-yen) từ 01/07/2025.`);
    process.exit(2);
  }
  globalThis.HOME_PROVINCE_CODE = province.code;
}
