import { record, settingsFor } from './conformance/testing/run-scripted.ts';
import { PROTOCOL_ROWS } from './conformance/faulty/table-protocol.ts';
import { CASES } from './conformance/faulty/cases.ts';
const r = await record(settingsFor(['node','/tmp/fp.mjs','--fault',process.argv[2]!], { timeoutMs: 500, startupTimeoutMs: 1500 }), CASES, 50);
for (const x of r.results) if (x.outcome.kind!=='pass') console.log(x.test.id, JSON.stringify(x.outcome).slice(0,600), x.nondeterministic ?? '');
console.log(r.faults, r.end);
