import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { VALUE_FAULTS } from './conformance/faulty/values.ts';
import { YAML_DIALECTS } from './conformance/faulty/yaml-dialects.ts';
import { honest } from './conformance/faulty/answer.ts';
import { interpret } from './reference/interpret.ts';
import { readYaml } from './reference/yaml.ts';
import { readJson } from './reference/json.ts';
import { stringifyNormal } from './reference/normal-text.ts';
const docs: {id:string,yaml:string,read:any}[] = [];
for (const f of readdirSync('spec/requirements')) for (const r of parse(readFileSync('spec/requirements/'+f,'utf8')).requirements)
  for (const kind of ['accepts','rejects']) for (const [i,e] of (r[kind]??[]).entries()) {
    let y = e.document ?? e.yaml ?? e.file ?? e; if (typeof y!=='string') { console.log('??',r.id,e); continue; }
    const read = readYaml(y); 
    if (!e.document && !r.id.startsWith('yaml/') && !e.whole && read.kind==='read' && typeof read.document==='object' && read.document && !Array.isArray(read.document)) {
      const d = read.document as any; read.document = {type:'task', ...('image' in d||'commands' in d?{}:{commands:['echo']}), ...d} as any; }
    if(!e.document){const add=(/^type:/m.test(y)?'':'type: task\n')+(/^(commands|image):/m.test(y)?'':'commands: [echo]\n'); y = y.startsWith('#')||true? add+y : y;} docs.push({id:`${r.id}/${kind}-${i+1}`, yaml:y, read});
  }
console.log(docs.length);
function diff(name: string, of: (d:any)=>any) {
  const hits: string[]=[];
  for (const d of docs) { 
    const [h,a] = of(d); if(!h) continue;
    let same = h.kind===a.kind;
    if (h.kind==='accepted' && a.kind==='accepted') {
      const doc=readJson(JSON.stringify(a.normal)); const v = interpret((doc as any).document);
      same = v.kind==='accepted' && stringifyNormal(v.normal)===stringifyNormal(h.normal as never);
    }
    if(!same) hits.push(d.id);
  }
  console.log(name, hits.length, hits.length<12? hits.join(' '):hits.slice(0,3).join(' '));
}
for (const [name, f] of Object.entries(VALUE_FAULTS)) diff(name, (d)=> d.read.kind==='read'?[honest(d.read.document), f(d.read.document)]:[]);
const ans=(r:any)=>r.kind==='read'?honest(r.document):{kind:'rejected'};
for (const [name, f] of Object.entries(YAML_DIALECTS)) diff(name, (d)=> [ans(readYaml(d.yaml)), ans(f(d.yaml))]);
