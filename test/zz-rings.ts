import { readFileSync } from 'node:fs';
import { worldFacts } from '#test/support/world-facts.ts';
import { findRings } from '#shared/domain/rings/find-rings.ts';
import { pairwise } from '#test/bench/rings.ts';
const W = '/work/shared/worlds/dev';
const world = await worldFacts(W, '2025-12-31');
const why = new Map(readFileSync(`${W}/labels/companies.jsonl`, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l)).map((l) => [l.code, l.why]));
const mode = process.argv[2] ?? 'full';
const signs = (f: any) => mode === 'none' ? 0 : (f.inspections.some((i: any) => !i.found) ? 1 : 0) + (f.taxStatuses.some((t: any) => ['03', '06', '09'].includes(t.code)) ? 1 : 0) + (f.returns.length === 0 ? 1 : 0) + (f.insured.every((i: any) => i.count === 0) ? 1 : 0);
const companies = world.map(({ facts }) => ({ enterpriseCode: facts.enterpriseCode, registeredOn: facts.registeredOn, badSigns: signs(facts) }));
const links = world.flatMap(({ values }, companyIndex) => values.map(({ kind, ref }) => ({ companyIndex, kind, value: ref })));
const rings = findRings(links, companies, { asOf: '2025-12-31' });
const names = [...new Set(why.values())].filter((w) => /^(ring|one-rep)-/.test(w));
const truth = Int32Array.from(companies, (c) => names.indexOf(why.get(c.enterpriseCode)));
const idx = new Map(companies.map((c, i) => [c.enterpriseCode, i]));
console.log(pairwise(rings.map((r) => r.members.map((m) => idx.get(m.enterpriseCode)!)), truth), rings.length, names.length);
for (const r of rings) { const c = new Map<string, number>(); r.members.forEach((m) => c.set(why.get(m.enterpriseCode), (c.get(why.get(m.enterpriseCode)) ?? 0) + 1)); console.log(r.members.length, JSON.stringify([...c]), r.strength, r.ties.map((t) => t.kind + t.companies.length).join(' ')); }
for (const n of names) console.log(n, truth.filter((t) => names[t] === n).length);
