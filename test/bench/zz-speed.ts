import { assess } from '#shared/domain/assess.ts';
import { companyRecords } from './company-records.ts';
const r=companyRecords(5000,1);for(let k=0;k<6;k++){const t=performance.now();for(let i=0;i<8;i++)for(const f of r)assess(f);console.log(Math.round(40000/(performance.now()-t)*1000));}
