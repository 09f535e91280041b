import { readFileSync } from 'node:fs';
import { VALUE_FAULTS } from './conformance/faulty/values.ts';
import { honest } from './conformance/faulty/answer.ts';
import { interpret } from './reference/interpret.ts';
import { readYaml } from './reference/yaml.ts';
import { readJson } from './reference/json.ts';
import { stringifyNormal } from './reference/normal-text.ts';
const rows = readFileSync('spec/measurements/probes.ndjson','utf8').trim().split('\n').map(l=>JSON.parse(l));
const docs = rows.map(r=>({r,read:readYaml(r.yaml)})).filter(x=>x.read.kind==='read');
for (const [name, f] of Object.entries(VALUE_FAULTS)) {
  const topics: Record<string, number> = {}; let n=0, bad=0, kinds:Record<string,number>={};
  for (const {r, read} of docs) {
    const h = honest(read.document); const a = f(read.document);
    let same = h.kind===a.kind; let kind='';
    if (h.kind==='accepted' && a.kind==='accepted') {
      const doc=readJson(JSON.stringify(a.normal)); const v = interpret(doc.document);
      same = v.kind==='accepted' && stringifyNormal(v.normal)===stringifyNormal(h.normal as never);
      kind = v.kind==='accepted'?'value':'invalid-answer';
    } else kind = a.kind==='accepted'?'wrong-accept':'wrong-reject';
    if(!same){n++; topics[r.topic]=(topics[r.topic]??0)+1; kinds[kind]=(kinds[kind]??0)+1}
  }
  console.log(name, n, JSON.stringify(kinds), Object.entries(topics).sort((a,b)=>b[1]-a[1]).slice(0,4).map(x=>x.join(':')).join(' '));
}
