import { Readable } from 'node:stream';
import { Workbook } from '@cj-tech-master/excelts';
import { registrationsCsv } from './bench/registrations-csv.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
const mode=process.argv[2];
const run=async(body:Readable,fileName:string)=>{let n=0,peak=0; const t=performance.now(); for await(const e of readFeed(body,{folder:'registrations',fileName,today:'2025-12-31'})) {if(e.type!=='opened')n++; if(n%20000===0) peak=Math.max(peak,process.memoryUsage().rss)} const s=(performance.now()-t)/1000; console.log(mode,n,'rows',(n/s).toFixed(0),'rows/s','peak rss MB',Math.round(peak/1048576))};
if(mode==='csv'){ const block=registrationsCsv(10000); const nl=block.indexOf('\n')+1; const head=block.slice(0,nl), body=block.slice(nl);
 await run(Readable.from((async function*(){yield Buffer.from(head); for(let i=0;i<Number(process.argv[3]);i++) {const b=Buffer.from(body); for(let at=0;at<b.length;at+=65536) yield b.subarray(at,at+65536)}})()),'a.csv'); }
else { const fs=await import('node:fs'); await run(fs.createReadStream('/tmp/h/big.xlsx'),'a.xlsx'); }
