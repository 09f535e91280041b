import {buildSync} from 'esbuild';
buildSync({entryPoints:['/work/main/conformance/faulty/program.ts'],bundle:true,platform:'node',format:'esm',target:'node20',outfile:'/tmp/fp.mjs',banner:{js:"import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"}});
