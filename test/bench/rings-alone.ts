import { findRings } from '#shared/domain/risk/rings/find-rings.ts';
import { plantProvince } from './planted-province.ts';

// A program that the rings benchmark runs in its own process, so that the peak memory is that of the province and
// the finder alone.
const [companies = '0', seed = '0'] = process.argv.slice(2);
const province = plantProvince(Number(companies), Number(seed));
const rings = findRings(province.links, province.companies);
console.log(JSON.stringify({ rings: rings.length, rssMB: Math.round(process.resourceUsage().maxRSS / 1024) }));
